package org.countersign.oversight;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All figures there are: those of the post loop, and what other parts contribute.
 */
@Component
class Figures {

    private final PostLoopFigures postLoop;
    private final ObjectProvider<FigureSource> contributed;

    Figures(PostLoopFigures postLoop, ObjectProvider<FigureSource> contributed) {
        this.postLoop = postLoop;
        this.contributed = contributed;
    }

    /** In the order of their sections. */
    List<Figure> all(FigureQuery query) {
        return sources().map(source -> source.figure(query)).flatMap(Optional::stream)
                .sorted(Comparator.comparing(Figure::section)).toList();
    }

    /** @throws NoSuchElementException when there is no such figure, or nothing to show it for */
    Figure one(String id, FigureQuery query) {
        return source(id).figure(query).orElseThrow(() -> new NoSuchElementException("There is nothing to show for " + id));
    }

    /** @throws NoSuchElementException when there is no such figure */
    FigureSource source(String id) {
        return sources().filter(source -> source.id().equals(id)).findFirst()
                .orElseThrow(() -> new NoSuchElementException("There is no figure " + id));
    }

    private Stream<FigureSource> sources() {
        return Stream.concat(postLoop.all().stream(), contributed.orderedStream());
    }
}
