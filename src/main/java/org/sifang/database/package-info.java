/**
 * The store the house stands on: its own PostgreSQL when none is configured. No business word.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package org.sifang.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
