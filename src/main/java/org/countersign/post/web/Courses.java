package org.countersign.post.web;

import org.countersign.people.Directory;
import org.countersign.people.Person;
import org.countersign.post.Desk;
import org.countersign.post.Feedback;
import org.countersign.post.Holders;
import org.countersign.post.Post;
import org.countersign.post.PostState;
import org.countersign.post.PostVersion;
import org.countersign.post.PublicationCondition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gathers where a post stands from those who know it. */
@Component
class Courses {

    /** States in which the post can still go out without a word of it being changed. */
    private static final Set<PostState> WAITING = EnumSet.of(PostState.IN_REVIEW, PostState.SCHEDULED,
            PostState.NEEDS_NEW_TIME);

    private final Desk desk;
    private final Holders holders;
    private final Feedback feedback;
    private final Directory people;
    private final ObjectProvider<PublicationCondition> conditions;
    private final Clock clock;

    Courses(Desk desk, Holders holders, Feedback feedback, Directory people,
            ObjectProvider<PublicationCondition> conditions, Clock clock) {
        this.desk = desk;
        this.holders = holders;
        this.feedback = feedback;
        this.people = people;
        this.conditions = conditions;
        this.clock = clock;
    }

    Course of(Post post) {
        List<PostVersion> versions = desk.versions(post.id());
        Map<String, String> names = versions.stream().map(PostVersion::submittedBy).distinct()
                .collect(Collectors.toMap(Function.identity(), this::name));
        ZoneId zone = post.draft().schedule() == null ? TimeZones.DEFAULT : post.draft().schedule().zone();
        return new Course(post.id(), post.state(), holders.of(List.of(post.id())).getOrDefault(post.id(), List.of()),
                versions.isEmpty() ? List.of() : holds(post, versions.get(versions.size() - 1)),
                versions.stream().map(version -> new Course.Version(version.number(), version.digest().substring(0, 12),
                        names.get(version.submittedBy()), TimeZones.write(version.submittedAt(), zone))).toList(),
                versions.isEmpty() ? List.of() : feedback.on(post.id()));
    }

    private List<String> holds(Post post, PostVersion last) {
        return !WAITING.contains(post.state()) ? List.of() : conditions.orderedStream()
                .filter(PublicationCondition::needsNewTime)
                .flatMap(condition -> condition.refusal(last, clock.instant()).stream()).toList();
    }

    /** The name of a person, or the id of one who left. */
    String name(String userId) {
        return people.find(userId).map(Person::name).orElse(userId);
    }
}
