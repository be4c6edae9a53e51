/**
 * Import and register of the people a notice asks for; their cases in state FOUND.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "notice", "person", "worklist", "engine", "organization", "journal", "document"
        })
package org.sifang.screening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
