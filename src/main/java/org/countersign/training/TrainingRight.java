package org.countersign.training;

import org.countersign.people.RightCondition;
import org.countersign.people.Role;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Authors and reviewers whose training came due or lapsed may not act until they have done it; authors have some days more.
 * One indexed query; who was never assigned a module is never refused.
 */
@Component
class TrainingRight implements RightCondition {

    private final Assignments assignments;
    private final Lessons lessons;
    private final Curriculum curriculum;
    private final DateTimeFormatter days;

    TrainingRight(Assignments assignments, Lessons lessons, Curriculum curriculum, ZoneId organizationZone) {
        this.assignments = assignments;
        this.lessons = lessons;
        this.curriculum = curriculum;
        this.days = DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US).withZone(organizationZone);
    }

    @Override
    public Optional<String> refusal(String userId, Role role, Instant now) {
        return curriculum.grace(role).flatMap(grace -> assignments.dueBefore(userId, now.minus(grace)).stream()
                .flatMap(assignment -> lessons.find(assignment.module()).stream()
                        .filter(lesson -> lesson.module().audience().contains(role))
                        .map(lesson -> sentence(lesson.module(), assignment, role)))
                .findFirst());
    }

    private String sentence(TrainingModule module, Assignment assignment, Role role) {
        return "Your training \"%s\" (%s) %s on %s, so you may not act as %s now. Complete it on the page /training, then try again."
                .formatted(module.title(), module.id(), assignment.completedAt() == null ? "was due" : "lapsed",
                        days.format(assignment.dueAt()), role.label().toLowerCase(Locale.US));
    }
}
