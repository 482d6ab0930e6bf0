package org.countersign.publishing.connector;

import java.util.List;

/**
 * A result together with the calls it rests on, for the record of evidence.
 */
public record Answered<T>(T result, List<Exchange> exchanges) {

    public Answered {
        exchanges = List.copyOf(exchanges);
    }
}
