package org.countersign.review;

import org.countersign.post.PostKind;

import java.util.Map;

/**
 * What the decision tables of the review say, as they are deployed now.
 */
public interface RiskTables {

    /** The class of a kind of post before anything is found in it: from 0, routine, to 4, critical. */
    int kindClass(PostKind kind);

    /** @param facts the facts by the names that the tables use */
    Judgment judge(Map<String, Object> facts);

    record Judgment(int riskClass, String publishMode) {

        public boolean blocks() {
            return "BLOCKED".equals(publishMode);
        }
    }
}
