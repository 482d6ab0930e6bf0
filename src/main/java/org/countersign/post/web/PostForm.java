package org.countersign.post.web;

import org.countersign.account.Channel;
import org.countersign.post.Media;
import org.countersign.post.Post;
import org.countersign.post.PostContent;
import org.countersign.post.PostKind;
import org.countersign.post.Problem;
import org.countersign.post.ServiceLine;
import org.springframework.util.MultiValueMap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A post as it is typed on the page. Keeps whatever was typed, also what cannot be saved.
 *
 * @param revision the revision that was read before writing; null for a new post
 * @param texts    one for each channel, also for those without a chosen account
 * @param links    one in each line
 * @param kind     null as long as none was chosen
 */
record PostForm(Integer revision, Set<String> accounts, Map<Channel, String> texts, String links,
                List<PictureForm> pictures, PostKind kind, ServiceLine serviceLine, boolean aiAssisted, boolean paid,
                boolean personShown, boolean newsLinked, ScheduleForm schedule) {

    static PostForm blank(Instant now) {
        return new PostForm(null, Set.of(), texts(Map.of()), "", List.of(), null, ServiceLine.GENERAL, false, false, false,
                false, ScheduleForm.suggested(now));
    }

    static PostForm of(Post post) {
        PostContent draft = post.draft();
        return new PostForm(post.revision(), new LinkedHashSet<>(draft.accounts()), texts(draft.texts()),
                String.join("\n", draft.links()), draft.media().stream().map(PictureForm::of).toList(), draft.kind(),
                draft.serviceLine(), draft.aiAssisted(), draft.paid(), draft.personShown(), draft.newsLinked(),
                ScheduleForm.of(draft.schedule()));
    }

    /** Reads what a browser sends. Line ends become one character, as networks count them. */
    static PostForm read(MultiValueMap<String, String> fields) {
        Map<Channel, String> texts = texts(Map.of());
        texts.replaceAll((channel, none) -> text(fields, "text." + channel.name()));
        return new PostForm(number(fields.getFirst("revision")), new LinkedHashSet<>(all(fields, "accounts")), texts,
                text(fields, "links"), pictures(fields), constant(PostKind.class, fields.getFirst("kind"), null),
                constant(ServiceLine.class, fields.getFirst("serviceLine"), ServiceLine.GENERAL),
                fields.containsKey("aiAssisted"), fields.containsKey("paid"), fields.containsKey("personShown"),
                fields.containsKey("newsLinked"), ScheduleForm.read(text(fields, "when"), text(fields, "latest"),
                        text(fields, "at"), text(fields, "tolerance"), text(fields, "zone")));
    }

    /** What cannot be saved as it was typed. */
    List<Problem> problems(Map<UUID, Media> stored) {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) {
            if (!stored.containsKey(pictures.get(i).id())) {
                problems.add(new Problem("media." + i, "The picture is not there any more. Remove it and add it again."));
            }
        }
        problems.addAll(schedule.problems());
        return problems;
    }

    /** The content to save, without what there are {@link #problems} with. */
    PostContent content(Map<UUID, Media> stored) {
        Map<Channel, String> written = new EnumMap<>(Channel.class);
        texts.forEach((channel, text) -> {
            if (!text.isBlank()) {
                written.put(channel, text.strip());
            }
        });
        return new PostContent(kind, written, links.lines().map(String::strip).filter(line -> !line.isEmpty()).toList(),
                pictures.stream().filter(picture -> stored.containsKey(picture.id()))
                        .map(picture -> picture.item(stored.get(picture.id()))).toList(),
                List.copyOf(accounts), schedule.problems().isEmpty() ? schedule.schedule() : null, aiAssisted, paid,
                serviceLine, personShown, newsLinked);
    }

    List<UUID> pictureIds() {
        return pictures.stream().map(PictureForm::id).toList();
    }

    PostForm withTexts(Map<Channel, String> other) {
        return new PostForm(revision, accounts, other, links, pictures, kind, serviceLine, aiAssisted, paid, personShown,
                newsLinked, schedule);
    }

    PostForm withPictures(List<PictureForm> other) {
        return new PostForm(revision, accounts, texts, links, other, kind, serviceLine, aiAssisted, paid, personShown,
                newsLinked, schedule);
    }

    PostForm withRevision(Integer other) {
        return new PostForm(other, accounts, texts, links, pictures, kind, serviceLine, aiAssisted, paid, personShown,
                newsLinked, schedule);
    }

    private static Map<Channel, String> texts(Map<Channel, String> written) {
        Map<Channel, String> texts = new EnumMap<>(Channel.class);
        Arrays.stream(Channel.values()).forEach(channel -> texts.put(channel, written.getOrDefault(channel, "")));
        return texts;
    }

    private static List<PictureForm> pictures(MultiValueMap<String, String> fields) {
        Map<UUID, PictureForm> pictures = new LinkedHashMap<>();
        for (String typed : all(fields, "media")) {
            try {
                UUID id = UUID.fromString(typed);
                pictures.put(id, new PictureForm(id, text(fields, "alt." + id), text(fields, "decorative." + id),
                        text(fields, "caption." + id), text(fields, "fileName." + id)));
            } catch (IllegalArgumentException e) {
                // No page of ours sends this; a picture without an id cannot be shown or kept.
                continue;
            }
        }
        return List.copyOf(pictures.values());
    }

    private static List<String> all(MultiValueMap<String, String> fields, String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** PostgreSQL stores no NUL, and nobody can type one. */
    private static String text(MultiValueMap<String, String> fields, String name) {
        String text = fields.getFirst(name);
        return text == null ? "" : text.replace("\r\n", "\n").replace('\r', '\n').replace("\u0000", "");
    }

    private static Integer number(String text) {
        try {
            return text == null || text.isBlank() ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name, E otherwise) {
        return Arrays.stream(type.getEnumConstants()).filter(constant -> constant.name().equals(name)).findFirst()
                .orElse(otherwise);
    }
}
