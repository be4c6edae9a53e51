@NullMarked
package org.sifang.accountability.process;

import org.jspecify.annotations.NullMarked;
