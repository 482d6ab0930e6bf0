package org.countersign.review.web;

import org.countersign.account.Channel;
import org.countersign.post.PostVersion;
import org.countersign.post.ShownText;
import org.countersign.review.VersionScreening;
import org.countersign.screening.Finding;
import org.countersign.screening.FindingCatalog;
import org.countersign.screening.FindingCode;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Puts findings into words and into the texts they are in.
 */
@Component
class FindingList {

    private static final int CONTEXT = 60;

    private final VersionScreening screening;
    private final FindingCatalog catalog;

    FindingList(VersionScreening screening, FindingCatalog catalog) {
        this.screening = screening;
        this.catalog = catalog;
    }

    /** Findings numbered from 1, in the order in which they were kept. */
    List<ShownFinding> of(PostVersion version) {
        Map<String, String> texts = VersionScreening.draft(version.content()).texts();
        List<ShownFinding> shown = new ArrayList<>();
        for (Finding finding : screening.findings(version.postId(), version.number())) {
            int number = shown.size() + 1;
            Optional<FindingCode> code = catalog.find(finding.code());
            shown.add(new ShownFinding(number, finding.code(), code.map(FindingCode::meaning).orElse(""),
                    finding.severity(), where(finding.field()), finding.reason(), finding.citation(),
                    decides(code), excerpt(texts.get(finding.field()), finding, number)));
        }
        return shown;
    }

    /** The places in the texts of the channels, with the same numbers. */
    Map<Channel, List<ShownText.Mark>> marks(PostVersion version) {
        Map<Channel, List<ShownText.Mark>> marks = new EnumMap<>(Channel.class);
        int number = 0;
        for (Finding finding : screening.findings(version.postId(), version.number())) {
            number++;
            for (Channel channel : Channel.values()) {
                if (finding.field().equals("text." + channel.name())) {
                    marks.computeIfAbsent(channel, none -> new ArrayList<>()).add(mark(finding, number, 0));
                }
            }
        }
        return marks;
    }

    private static ShownText.Mark mark(Finding finding, int number, int offset) {
        return new ShownText.Mark(finding.start() - offset, finding.end() - offset, number,
                ShownFinding.kind(finding.severity()));
    }

    private static List<ShownText.Piece> excerpt(String text, Finding finding, int number) {
        if (text == null || finding.start() < 0 || finding.start() >= finding.end() || finding.end() > text.length()) {
            return List.of();
        }
        int from = text.offsetByCodePoints(finding.start(), -Math.min(CONTEXT, text.codePointCount(0, finding.start())));
        int to = text.offsetByCodePoints(finding.end(), Math.min(CONTEXT, text.codePointCount(finding.end(), text.length())));
        return ShownText.of(text.substring(from, to), List.of(mark(finding, number, from)));
    }

    private static String decides(Optional<FindingCode> code) {
        List<String> roles = code.map(FindingCode::roles).orElse(List.of());
        if (code.isPresent() && !code.get().clearable()) {
            return "Nobody: the post must be changed";
        }
        return roles.isEmpty() ? "The author" : roles.stream().map(Names::role).collect(Collectors.joining(", "));
    }

    /** {@code media.0.altText} is the alt text of picture 1. */
    private static String where(String field) {
        if (field.equals("post")) {
            return "The post as a whole";
        }
        String[] names = field.split("\\.");
        if (names[0].equals("text") && names.length > 1) {
            for (Channel channel : Channel.values()) {
                if (channel.name().equals(names[1])) {
                    return "Text for " + channel.label();
                }
            }
        }
        if (names.length > 1 && names[1].matches("\\d{1,3}")) {
            int number = Integer.parseInt(names[1]) + 1;
            return names[0].equals("link") ? "Link " + number : "Picture " + number + (names.length < 3 ? "" :
                    switch (names[2]) {
                        case "altText" -> ", alt text";
                        case "caption" -> ", caption";
                        case "fileName" -> ", file name";
                        default -> "";
                    });
        }
        return field;
    }
}
