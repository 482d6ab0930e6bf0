package org.countersign.post.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.countersign.account.Channel;
import org.countersign.post.ContentDigest;
import org.countersign.post.Media;
import org.countersign.post.MediaItem;
import org.countersign.post.PostContent;
import org.countersign.post.PostKind;
import org.countersign.post.Problem;
import org.countersign.post.Schedule;
import org.countersign.post.ServiceLine;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A draft as a program sends it. What is left out is empty or false.
 */
record PostInput(
        @Schema(description = "The revision that was read before writing; required when a post is replaced") Integer revision,
        @Schema(description = "What the post is about; required before it is submitted") PostKind kind,
        @Schema(description = "One text for each channel") Map<Channel, @NotNull @Size(max = 100_000) String> texts,
        @Size(max = 20) List<@NotNull @Size(max = 2_000) String> links,
        @Size(max = 20) List<@NotNull @Valid Picture> media,
        @Schema(description = "Ids of the accounts") @Size(max = 50) List<@NotNull @Size(max = 64) String> accounts,
        @Valid Window schedule, boolean aiAssisted,
        @Schema(description = "Whether reach is paid for") boolean paid, ServiceLine serviceLine,
        @Schema(description = "Whether a person who is not staff is shown or described") boolean personShown,
        @Schema(description = "Whether an incident in the news or a death is touched") boolean newsLinked) {

    PostInput {
        texts = Objects.requireNonNullElse(texts, Map.of());
        links = Objects.requireNonNullElse(links, List.of());
        media = Objects.requireNonNullElse(media, List.of());
        accounts = Objects.requireNonNullElse(accounts, List.of());
        serviceLine = Objects.requireNonNullElse(serviceLine, ServiceLine.GENERAL);
    }

    /** An uploaded picture with exactly one of alt text and the reason why it needs none. */
    record Picture(@NotNull UUID id, @Size(max = 5_000) String altText, @Size(max = 1_000) String decorativeReason,
                   @Size(max = 5_000) String caption) {
    }

    /** When the post may go out, in UTC; without {@code notBefore} as soon as everybody has approved. */
    record Window(Instant notBefore, Instant notAfter,
                  @Schema(description = "Time zone the author thinks in", example = "America/New_York")
                  @NotNull @Size(max = 64) String zone) {
    }

    List<UUID> pictureIds() {
        return media.stream().map(Picture::id).toList();
    }

    /**
     * The content to save.
     *
     * @throws Unclear when something cannot be saved as it is
     */
    PostContent content(Map<UUID, Media> stored) {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < media.size(); i++) {
            if (!stored.containsKey(media.get(i).id())) {
                problems.add(new Problem("media." + i, "There is no such picture. Upload it first."));
            }
        }
        if (!strings().filter(Objects::nonNull).allMatch(ContentDigest::encodable)) {
            problems.add(new Problem("texts", "A text holds a broken character: NUL, or half of a surrogate pair."));
        }
        Schedule window = window(problems);
        if (!problems.isEmpty()) {
            throw new Unclear(problems);
        }
        return new PostContent(kind, texts, links, media.stream().map(picture -> item(picture, stored.get(picture.id())))
                .toList(), accounts, window, aiAssisted, paid, serviceLine, personShown, newsLinked);
    }

    private Schedule window(List<Problem> problems) {
        try {
            return schedule == null ? null
                    : new Schedule(schedule.notBefore(), schedule.notAfter(), ZoneId.of(schedule.zone()));
        } catch (DateTimeException e) {
            problems.add(new Problem("schedule.zone", "There is no such time zone."));
            return null;
        }
    }

    private Stream<String> strings() {
        return Stream.of(texts.values().stream(), links.stream(), accounts.stream(), media.stream().flatMap(picture ->
                Stream.of(picture.altText(), picture.decorativeReason(), picture.caption()))).flatMap(all -> all);
    }

    private static MediaItem item(Picture picture, Media stored) {
        return new MediaItem(stored.id(), stored.sha256(), stored.contentType(), stored.fileName(), picture.altText(),
                picture.decorativeReason(), picture.caption());
    }
}
