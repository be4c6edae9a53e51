/** The administrators' door to the keys of personal data. */
@NullMarked
package org.sifang.person.web;

import org.jspecify.annotations.NullMarked;
