/**
 * Divisions, organisations, the officers who work in them, their roles, scopes and substitutes.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package org.sifang.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
