@NullMarked
package org.sifang.emergency.process;

import org.jspecify.annotations.NullMarked;
