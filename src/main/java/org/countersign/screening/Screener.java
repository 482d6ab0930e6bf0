package org.countersign.screening;

import java.util.List;

/**
 * Reads a draft and says what must be looked at. May only add findings to what people find; that nothing was found never
 * means that a text is free of patient information (45 CFR 164.514(b)(2)(ii)).
 */
public interface Screener {

    /** Findings in the order of their fields and places. */
    List<Finding> screen(Draft draft);

    /** Version of the rules in force, kept with every screening. */
    String version();
}
