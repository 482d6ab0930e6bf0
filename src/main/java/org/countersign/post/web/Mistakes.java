package org.countersign.post.web;

import org.countersign.post.Problem;

import java.util.List;

/**
 * What must be mended, for the summary at the top of the page and beside the fields.
 */
public record Mistakes(List<Problem> all) {

    static final Mistakes NONE = new Mistakes(List.of());

    public boolean any() {
        return !all.isEmpty();
    }

    public List<String> at(String field) {
        return all.stream().filter(problem -> problem.field().equals(field)).map(Problem::message).distinct().toList();
    }

    public boolean in(String field) {
        return all.stream().anyMatch(problem -> problem.field().equals(field));
    }

    /** Id of the element that the summary leads to. */
    public String anchor(String field) {
        return field.replace('.', '-');
    }
}
