/**
 * The person case: measure, daily checks, decision, release, follow-up, breach.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "notice",
            "screening",
            "person",
            "worklist",
            "engine",
            "organization",
            "journal",
            "notification",
            "document"
        })
package org.sifang.isolation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
