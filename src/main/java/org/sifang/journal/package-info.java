/**
 * Append-only, sealed record of who did or saw what, and when.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "organization"})
package org.sifang.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
