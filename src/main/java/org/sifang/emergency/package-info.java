/**
 * Response to a positive: statutory report, transfer, contacts, site, disinfection.
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
package org.sifang.emergency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
