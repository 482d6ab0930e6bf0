package org.countersign.post.web;

import org.countersign.post.ChannelPreview;
import org.countersign.post.PostContent;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A content to look at.
 *
 * @param previews as it will look, on the channels it goes to
 * @param facts    what the author said about it
 */
public record ContentView(List<ChannelPreview> previews, List<Fact> facts) {

    /** One line of what the author said about the post. */
    public record Fact(String name, String value) {
    }

    static ContentView of(PostContent content, List<ChannelPreview> previews) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Kind of post", content.kind() == null ? "Not chosen yet" : content.kind().label()));
        facts.add(new Fact("Service line", content.serviceLine().label()));
        String time = content.schedule() == null ? "" : ScheduleForm.of(content.schedule()).words();
        facts.add(new Fact("When", time.isEmpty() ? "Not chosen yet" : time));
        String marks = String.join(", ", Stream.of(content.aiAssisted() ? "AI-assisted" : null,
                content.paid() ? "paid reach" : null, content.personShown() ? "a person is shown or described" : null,
                content.newsLinked() ? "touches the news or a death" : null).filter(mark -> mark != null).toList());
        facts.add(new Fact("Marked as", marks.isEmpty() ? "Nothing of the list" : marks));
        return new ContentView(previews.stream().filter(preview -> !preview.accounts().isEmpty()).toList(), facts);
    }
}
