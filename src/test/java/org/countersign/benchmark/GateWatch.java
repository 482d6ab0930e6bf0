package org.countersign.benchmark;

import org.countersign.post.Desk;
import org.countersign.post.Post;
import org.countersign.post.SubmissionCondition;
import org.springframework.context.ApplicationContext;

import java.time.Instant;
import java.util.List;

/**
 * What asking the gate of the program costs, beside the submission that it is part of.
 */
record GateWatch(Desk desk, List<SubmissionCondition> conditions) {

    private static final int REPETITIONS = 200;

    static GateWatch in(ApplicationContext application) {
        return new GateWatch(application.getBean(Desk.class),
                application.getBeanProvider(SubmissionCondition.class).orderedStream().toList());
    }

    /** Milliseconds of half of all questions to the gate, and of half of all submissions with everything in them. */
    Report measure(Authors authors, int first) {
        Timings gate = new Timings();
        Timings submission = new Timings();
        for (int number = first; number < first + REPETITIONS; number++) {
            Post draft = authors.draft(number);
            long begin = System.nanoTime();
            for (SubmissionCondition condition : conditions) {
                condition.refusal(draft.draft(), Instant.now()).ifPresent(refusal -> {
                    throw new IllegalStateException(refusal);
                });
            }
            gate.add(System.nanoTime() - begin);
            begin = System.nanoTime();
            desk.submit(draft.id(), draft.revision(), draft.authorId());
            submission.add(System.nanoTime() - begin);
        }
        return new Report(gate.percentile(50), submission.percentile(50));
    }

    record Report(double gate, double submission) {
    }
}
