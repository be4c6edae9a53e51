@NullMarked
package org.sifang.inspection.web;

import org.jspecify.annotations.NullMarked;
