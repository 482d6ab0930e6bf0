package org.countersign.engine.task;

/**
 * Hears of every user task of every process, in the transaction of what happened, whichever way it came about. Decides
 * nothing: whoever throws here stops the process.
 */
public interface TaskWatcher {

    /** A task begins to wait. The listeners of its diagram have named it and set its due date. */
    void created(WaitingTask task);

    /** Somebody took the task or was given it, or nobody holds it any longer: then the id is null. */
    void assigned(String taskId, String userId);

    /** The task was completed, or is no longer wanted. */
    void ended(String taskId);
}
