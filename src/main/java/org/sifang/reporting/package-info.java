/**
 * Stock and daily tables, zero reports, frozen submissions, supplements and exports.
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
package org.sifang.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
