@NullMarked
package org.sifang.labtest.process;

import org.jspecify.annotations.NullMarked;
