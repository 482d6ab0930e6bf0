package org.countersign.post.web;

import org.countersign.account.Channel;
import org.countersign.post.Media;
import org.countersign.post.PostContent;
import org.countersign.post.Problem;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

class PostFormTest {

    private final MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
    private final Media picture = new Media(UUID.randomUUID(), "ab".repeat(32), "image/png", "drive.png", 640, 360, 1000);

    @Test
    void line_ends_of_browsers_become_one_character_and_characters_that_cannot_be_stored_are_left_out() {
        typed.add("text.BLUESKY", "one\r\ntwo\rthree\u0000");

        assertThat(content().texts()).containsExactly(Map.entry(Channel.BLUESKY, "one\ntwo\nthree"));
    }

    @Test
    void links_are_one_in_each_line_without_blanks() {
        typed.add("links", "  https://a.example \r\n\r\nhttps://b.example");

        assertThat(content().links()).containsExactly("https://a.example", "https://b.example");
    }

    @Test
    void pictures_keep_their_order_and_their_words() {
        Media other = new Media(UUID.randomUUID(), "cd".repeat(32), "image/gif", "line.gif", 640, 10, 100);
        typed.addAll("media", List.of(other.id().toString(), picture.id().toString(), other.id().toString(), "no id"));
        typed.add("decorative." + other.id(), "a line");
        typed.add("alt." + picture.id(), " A blue dot ");

        PostContent content = PostForm.read(typed).content(Map.of(picture.id(), picture, other.id(), other));

        assertThat(content.media()).extracting("id", "altText", "decorativeReason", "sha256").containsExactly(
                org.assertj.core.groups.Tuple.tuple(other.id(), null, "a line", other.sha256()),
                org.assertj.core.groups.Tuple.tuple(picture.id(), "A blue dot", null, picture.sha256()));
    }

    @Test
    void a_picture_that_is_not_stored_is_told_and_stays_on_the_page() {
        typed.add("media", picture.id().toString());
        PostForm form = PostForm.read(typed);

        assertThat(form.problems(Map.of())).extracting(Problem::field).containsExactly("media.0");
        assertThat(form.content(Map.of()).media()).isEmpty();
        assertThat(form.pictures()).hasSize(1);
    }

    @Test
    void no_kind_is_chosen_for_anybody() {
        assertThat(content().kind()).isNull();
        typed.add("kind", "GOSSIP");
        assertThat(content().kind()).isNull();
    }

    @Test
    void what_is_not_ticked_is_no() {
        typed.add("aiAssisted", "on");

        assertThat(content().aiAssisted()).isTrue();
        assertThat(content().paid() || content().personShown() || content().newsLinked()).isFalse();
    }

    private PostContent content() {
        return PostForm.read(typed).content(Map.of());
    }
}
