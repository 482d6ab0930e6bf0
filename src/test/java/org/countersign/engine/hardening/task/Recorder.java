package org.countersign.engine.hardening.task;

import org.countersign.engine.task.FormAnswers;
import org.countersign.engine.task.TaskInHand;
import org.countersign.engine.task.TaskRefused;
import org.countersign.engine.task.TaskRule;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** A rule of a module that does not exist: keeps what it was asked, and returns the decision only. */
class Recorder implements TaskRule {

    record Completed(TaskInHand task, String userId, FormAnswers answers) {
    }

    final List<Completed> completed = new CopyOnWriteArrayList<>();
    private final String processKey;
    private BiConsumer<TaskInHand, String> holderRule;
    private Runnable atCompletion;

    Recorder(String processKey) {
        this.processKey = processKey;
        forget();
    }

    void forget() {
        completed.clear();
        holderRule = (task, userId) -> { };
        atCompletion = () -> { };
    }

    void refusing(String refused) {
        holderRule = (task, userId) -> {
            if (userId.equals(refused)) {
                throw new TaskRefused("The author cannot review.");
            }
        };
    }

    void atAssignment(Runnable act) {
        holderRule = (task, userId) -> act.run();
    }

    void atCompletion(Runnable act) {
        atCompletion = act;
    }

    @Override
    public boolean governs(String processKey, String taskKey) {
        return this.processKey.equals(processKey);
    }

    @Override
    public void checkHolder(TaskInHand task, String userId) {
        holderRule.accept(task, userId);
    }

    @Override
    public Map<String, Object> complete(TaskInHand task, String userId, FormAnswers answers) {
        atCompletion.run();
        completed.add(new Completed(task, userId, answers));
        Object decision = answers.values().get("decision");
        return decision == null ? Map.of() : Map.of("decision", decision);
    }
}
