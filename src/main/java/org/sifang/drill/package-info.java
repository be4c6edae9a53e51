/**
 * Compressed clock of the profile drill.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "engine", "organization", "journal", "notice"})
package org.sifang.drill;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
