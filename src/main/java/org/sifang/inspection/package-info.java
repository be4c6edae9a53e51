/**
 * Supervisory inspection and rectification: plans, draw, checklists, visits, findings and what is done about them.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "notice",
            "worklist",
            "engine",
            "organization",
            "journal",
            "notification",
            "document",
            "database"
        })
package org.sifang.inspection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
