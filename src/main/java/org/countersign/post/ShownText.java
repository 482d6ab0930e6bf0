package org.countersign.post;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;

/**
 * A text cut into pieces for a page: links as a network makes them, and marked places. Pages write each piece as text, so
 * that nothing in it is ever read as markup.
 */
public final class ShownText {

    private static final String NOT_IN_A_LINK = ".,;:!?)'\"";

    private ShownText() {
    }

    /**
     * A place to underline.
     *
     * @param start  first UTF-16 position
     * @param end    position after the last
     * @param number what the place is called on the page
     * @param kind   how it is underlined: {@code block}, {@code review}, {@code warn}
     */
    public record Mark(int start, int end, int number, String kind) {
    }

    /**
     * A piece between two borders.
     *
     * @param link  target of the link that the piece is part of, or null
     * @param marks the marks that cover it
     * @param ended the marks that end with it: there their numbers are shown
     */
    public record Piece(String text, String link, List<Mark> marks, List<Mark> ended) {

        /** Style names of the marks, the most severe ones included. */
        public String kinds() {
            return String.join(" ", marks.stream().map(Mark::kind).distinct().toList());
        }
    }

    /** The pieces in their order; joined they are the text. Marks without a place in the text are left out. */
    public static List<Piece> of(String text, List<Mark> marks) {
        List<Mark> placed = marks.stream()
                .filter(mark -> mark.start() >= 0 && mark.start() < mark.end() && mark.end() <= text.length())
                .sorted(Comparator.comparingInt(Mark::number)).toList();
        List<Link> links = links(text);
        TreeSet<Integer> borders = new TreeSet<>(List.of(0, text.length()));
        placed.forEach(mark -> borders.addAll(List.of(mark.start(), mark.end())));
        links.forEach(link -> borders.addAll(List.of(link.start, link.end)));
        List<Piece> pieces = new ArrayList<>();
        for (int start : borders.headSet(text.length())) {
            int end = borders.higher(start);
            String target = links.stream().filter(link -> link.start <= start && end <= link.end)
                    .map(link -> text.substring(link.start, link.end)).findFirst().orElse(null);
            pieces.add(new Piece(text.substring(start, end), target,
                    placed.stream().filter(mark -> mark.start() <= start && end <= mark.end()).toList(),
                    placed.stream().filter(mark -> mark.end() == end).toList()));
        }
        return pieces;
    }

    private record Link(int start, int end) {
    }

    /** A full stop after an address ends the sentence, not the address. */
    private static List<Link> links(String text) {
        List<Link> links = new ArrayList<>();
        Matcher matcher = ChannelRules.LINK.matcher(text);
        while (matcher.find()) {
            int end = matcher.end();
            while (end > matcher.start() && NOT_IN_A_LINK.indexOf(text.charAt(end - 1)) >= 0) {
                end--;
            }
            links.add(new Link(matcher.start(), end));
        }
        return links;
    }
}
