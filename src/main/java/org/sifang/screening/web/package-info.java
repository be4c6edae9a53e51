/** Pages and API of screening: sheets going in, people found. */
@NullMarked
package org.sifang.screening.web;

import org.jspecify.annotations.NullMarked;
