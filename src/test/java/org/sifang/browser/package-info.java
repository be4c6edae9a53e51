/** Walks through the pages in a real browser. */
@NullMarked
package org.sifang.browser;

import org.jspecify.annotations.NullMarked;
