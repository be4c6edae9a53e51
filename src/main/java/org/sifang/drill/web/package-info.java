/** The drill's edge to people and machines. */
@NullMarked
package org.sifang.drill.web;

import org.jspecify.annotations.NullMarked;
