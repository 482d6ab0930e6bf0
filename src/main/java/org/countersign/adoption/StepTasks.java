package org.countersign.adoption;

import java.util.Optional;

/** The open tasks of the steps' processes. */
public interface StepTasks {

    /** Empty when there is no such task, or it is about something else. */
    Optional<StepTask> find(String taskId);
}
