@NullMarked
package org.sifang.inspection.process;

import org.jspecify.annotations.NullMarked;
