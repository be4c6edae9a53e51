@NullMarked
package org.sifang.emergency.web;

import org.jspecify.annotations.NullMarked;
