/**
 * Answering for what was not done: breach, fact file, statement, decision, measure, appeal.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "inspection",
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
package org.sifang.accountability;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
