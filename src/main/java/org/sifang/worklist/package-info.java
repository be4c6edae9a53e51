/**
 * The task list: projection of the engine's user tasks, claim, forms, drafts, bulk work.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "engine", "organization", "journal"})
package org.sifang.worklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
