package org.countersign.adoption;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What the program of an entity does to a post, right now.
 * <p>
 * Answers are kept for as long as they hold: until a step changes, which the revision of the program tells on every node,
 * until the table changes, or until the next moment at which a state changes by itself. An entity without a program has
 * begun no step.
 */
@Service
public class ProgramGate {

    private static final Duration DAY = Duration.ofDays(1);
    /** Programs whose answers are kept; each keeps at most one answer for each kind of question. */
    private static final int MOST_QUESTIONS = 1_000;

    private final ProgramTable table;
    private final GateTable decisions;
    private final Clock clock;
    private final Map<UUID, Kept> kept = new ConcurrentHashMap<>();

    ProgramGate(ProgramTable table, GateTable decisions, Clock clock) {
        this.table = table;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** The steps that hold such a post of an entity, the worst first; empty when the gate is open. */
    public List<Obstacle> obstacles(String entity, GateQuestion question) {
        Optional<Program> program = table.ofEntity(entity);
        if (program.isEmpty()) {
            return List.of(new Obstacle(entity, GateEffect.FROZEN, Step.EXECUTIVE_SUPPORT, StepState.NOT_STARTED, null));
        }
        return kept(program.get()).answers().computeIfAbsent(question, asked -> answer(program.get(), asked));
    }

    private Kept kept(Program program) {
        Instant now = clock.instant();
        String version = decisions.version();
        return kept.compute(program.id(), (id, before) -> before != null && before.revision() == program.revision()
                && before.table().equals(version) && now.isBefore(before.until())
                && before.answers().size() < MOST_QUESTIONS ? before
                : new Kept(program.revision(), version, until(table.steps(id), now), new ConcurrentHashMap<>()));
    }

    private List<Obstacle> answer(Program program, GateQuestion question) {
        Instant now = clock.instant();
        return table.steps(program.id()).stream().flatMap(step -> {
            StepState state = step.state(now);
            GateEffect effect = decisions.effect(step.step(), state, days(step, now), question);
            return effect == GateEffect.OPEN ? Stream.empty() : Stream.of(
                    new Obstacle(program.entity(), effect, step.step(), state, step.since(now).orElse(null)));
        }).sorted((one, other) -> other.effect().compareTo(one.effect())).toList();
    }

    /** The first moment at which a state or its number of days changes by itself. */
    private static Instant until(List<StepStanding> steps, Instant now) {
        return steps.stream().flatMap(step -> Stream.concat(step.nextChange(now).stream(),
                step.since(now).map(since -> since.plus(DAY.multipliedBy(days(step, now) + 1))).stream()))
                .min(Instant::compareTo).orElse(Instant.MAX);
    }

    private static long days(StepStanding step, Instant now) {
        return step.since(now).map(since -> Math.max(0, Duration.between(since, now).toDays())).orElse(0L);
    }

    private record Kept(long revision, String table, Instant until, Map<GateQuestion, List<Obstacle>> answers) {
    }
}
