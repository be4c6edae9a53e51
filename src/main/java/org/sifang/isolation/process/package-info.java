@NullMarked
package org.sifang.isolation.process;

import org.jspecify.annotations.NullMarked;
