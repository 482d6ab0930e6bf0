package org.countersign.review;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What was taken out of a text and what was put in, word by word (longest common subsequence). White space
 * counts as a word: joining the pieces gives both texts back exactly.
 */
public final class WordDiff {

    /** A larger middle is shown as replaced at once: the table would need more than 16 MB. */
    private static final long MOST_CELLS = 4_000_000;
    private static final Pattern WORD_BORDER = Pattern.compile("(?<=\\s)(?=\\S)|(?<=\\S)(?=\\s)");

    private WordDiff() {
    }

    public enum Change { SAME, REMOVED, ADDED }

    /** A run of words. */
    public record Piece(Change change, String text) {
    }

    /** The pieces from one text to the other; what was removed stands before what was added in its place. */
    public static List<Piece> between(String before, String after) {
        List<String> old = words(before);
        List<String> now = words(after);
        int head = 0;
        while (head < Math.min(old.size(), now.size()) && old.get(head).equals(now.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(old.size(), now.size()) - head
                && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
            tail++;
        }
        Pieces pieces = new Pieces();
        old.subList(0, head).forEach(word -> pieces.add(Change.SAME, word));
        middle(old.subList(head, old.size() - tail), now.subList(head, now.size() - tail), pieces);
        old.subList(old.size() - tail, old.size()).forEach(word -> pieces.add(Change.SAME, word));
        return pieces.all();
    }

    private static void middle(List<String> old, List<String> now, Pieces pieces) {
        if ((long) old.size() * now.size() > MOST_CELLS) {
            old.forEach(word -> pieces.add(Change.REMOVED, word));
            now.forEach(word -> pieces.add(Change.ADDED, word));
            return;
        }
        int[][] common = lengths(old, now);
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                pieces.add(Change.SAME, old.get(i++));
                j++;
            } else if (i < old.size() && (j == now.size() || common[i + 1][j] >= common[i][j + 1])) {
                pieces.add(Change.REMOVED, old.get(i++));
            } else {
                pieces.add(Change.ADDED, now.get(j++));
            }
        }
    }

    /** In each cell the length of the longest common subsequence of what is left from there. */
    private static int[][] lengths(List<String> old, List<String> now) {
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j)) ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(WORD_BORDER.split(text));
    }

    /**
     * Joins neighbors of the same kind, and gathers what was removed before what was added until a word stays. White space
     * alone does not end a run of replaced words.
     */
    private static final class Pieces {

        private final List<Piece> list = new ArrayList<>();
        private final Map<Change, StringBuilder> runs = new EnumMap<>(Change.class);
        private String gap = "";

        void add(Change change, String word) {
            if (change == Change.SAME && word.isBlank() && gap.isEmpty() && runs.containsKey(Change.REMOVED)
                    && runs.containsKey(Change.ADDED)) {
                gap = word;
            } else if (change == Change.SAME) {
                closeChanges();
                run(Change.SAME).append(word);
            } else {
                close(Change.SAME);
                if (!gap.isEmpty()) {
                    run(Change.REMOVED).append(gap);
                    run(Change.ADDED).append(gap);
                    gap = "";
                }
                run(change).append(word);
            }
        }

        List<Piece> all() {
            closeChanges();
            close(Change.SAME);
            return list;
        }

        private void closeChanges() {
            close(Change.REMOVED);
            close(Change.ADDED);
            if (!gap.isEmpty()) {
                run(Change.SAME).append(gap);
                gap = "";
            }
        }

        private StringBuilder run(Change change) {
            return runs.computeIfAbsent(change, none -> new StringBuilder());
        }

        private void close(Change change) {
            StringBuilder run = runs.remove(change);
            if (run != null) {
                list.add(new Piece(change, run.toString()));
            }
        }
    }
}
