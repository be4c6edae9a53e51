/** The edge of {@code notice} to the engine: its processes, delegates, tasks and forms. */
@NullMarked
package org.sifang.notice.process;

import org.jspecify.annotations.NullMarked;
