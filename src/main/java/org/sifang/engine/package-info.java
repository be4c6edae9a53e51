/**
 * The edge to Camunda: configuration, history level, typed variables, clock. No business word.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database"})
package org.sifang.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
