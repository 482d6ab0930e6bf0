package org.countersign.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a person reads and is asked, exactly as it is shown.
 *
 * @param version      counts the changes of the content
 * @param countsSince  a training with an older version counts no more: the change was material
 * @param sections     the text
 * @param questions    empty when there is no quiz
 * @param statement    what the person attests
 */
public record Lesson(TrainingModule module, int version, int countsSince, List<Section> sections,
                     List<Question> questions, String statement) {

    private static final String SCHEMA = "countersign/training/1";

    /** @param points shown as a list below the paragraphs */
    public record Section(String heading, List<String> paragraphs, List<String> points) {

        public Section {
            paragraphs = paragraphs == null ? List.of() : List.copyOf(paragraphs);
            points = points == null ? List.of() : List.copyOf(points);
        }
    }

    /** @param answer number of the right option, from 1 */
    public record Question(String text, List<String> options, int answer) {
    }

    /** The digest of what is shown; the right answers are not shown. */
    public String digest() {
        return Digest.of(shown());
    }

    /** What is shown, as strings, lists and maps. */
    Map<String, Object> shown() {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("schema", SCHEMA);
        shown.put("module", module.id());
        shown.put("title", module.title());
        shown.put("version", Integer.toString(version));
        shown.put("sections", sections.stream().map(section -> Map.of("heading", section.heading(),
                "paragraphs", section.paragraphs(), "points", section.points())).toList());
        shown.put("questions", questions.stream().map(question -> Map.of("text", question.text(),
                "options", question.options())).toList());
        shown.put("passMark", module.passMark() == null ? "" : module.passMark().toString());
        shown.put("record", module.record() == null ? "" : module.record().label());
        shown.put("statement", statement);
        return shown;
    }

    /** Numbers of the questions, from 1, whose answer is wrong or missing. */
    List<Integer> wrong(List<Integer> chosen) {
        List<Integer> wrong = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            Integer answer = i < chosen.size() ? chosen.get(i) : null;
            if (answer == null || answer != questions.get(i).answer()) {
                wrong.add(i + 1);
            }
        }
        return wrong;
    }
}
