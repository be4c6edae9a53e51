@NullMarked
package org.sifang.worklist;

import org.jspecify.annotations.NullMarked;
