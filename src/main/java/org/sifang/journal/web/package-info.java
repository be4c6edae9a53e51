/** Pages and API of the journal. */
@NullMarked
package org.sifang.journal.web;

import org.jspecify.annotations.NullMarked;
