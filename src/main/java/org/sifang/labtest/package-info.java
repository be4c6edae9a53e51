/**
 * Samples, pools, results and their corrections.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "isolation",
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
package org.sifang.labtest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
