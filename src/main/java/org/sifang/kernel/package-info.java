/**
 * Words every capability shares: division codes, ids, faults, pages of a list. No business rule lives here.
 */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package org.sifang.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
