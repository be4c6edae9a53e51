package org.sifang.engine;

import java.time.Instant;

/** Learns of every user task of every model, in the engine's transaction. */
public interface UserTaskObserver {

    void created(UserTask task);

    void completed(String taskId, Instant at);

    /** The task went away without being completed: an interrupting event, a cancelled instance. */
    void removed(String taskId, Instant at);
}
