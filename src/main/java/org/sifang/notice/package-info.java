/**
 * Notices, clauses, duties and the escalation ladder; owns the events DutyMet, DutyMissed and Breach.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "worklist", "engine", "organization", "journal", "notification", "document"})
package org.sifang.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
