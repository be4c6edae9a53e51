package org.sifang.worklist;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sifang.organization.Actor;

/** Answered by each capability for its models: what an instance is about. */
public interface WorkSubjects {

    /** Process ids it answers for. */
    Set<String> processes();

    /** One description for each id asked for; called once for all tasks of a transaction. */
    Map<UUID, WorkSubject> describe(String process, Collection<UUID> subjects);

    /** What stands beside the form. */
    TaskContext context(String process, UUID subject, Actor reader);
}
