@NullMarked
package org.sifang.accountability.web;

import org.jspecify.annotations.NullMarked;
