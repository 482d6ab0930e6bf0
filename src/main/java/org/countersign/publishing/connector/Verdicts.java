package org.countersign.publishing.connector;

import org.countersign.publishing.connector.Outcome.NotSent;
import org.countersign.publishing.connector.Outcome.Refused;
import org.countersign.publishing.connector.Outcome.Unknown;

import java.time.Instant;

/**
 * What a failed call means for the post. The call that creates the post is judged apart from those that lead up to it:
 * before it no post can exist, whatever went wrong.
 */
public final class Verdicts {

    private static final String NEW_ADDRESS = "Add an account with the right address under Accounts, then submit the post to it.";

    private Verdicts() {
    }

    /** A call before the one that creates the post got an answer other than success. */
    public static Outcome beforehand(Answer answer, Instant now) {
        if (answer.status() == 429 || answer.status() / 100 == 5 || answer.status() == 408) {
            return new NotSent(turnedAway(answer), answer.retryAfter(now));
        }
        if (answer.ok()) {
            return new NotSent("The server's answer could not be understood.", null);
        }
        return refused(answer);
    }

    /** A call before the one that creates the post got no answer. */
    public static Outcome beforehand(WireBroken broken) {
        return new NotSent(broken.getMessage() + ".", null);
    }

    /**
     * The call that creates the post got an answer that does not say that it exists. A server that fails (5xx) may
     * have stored the post before it failed.
     */
    public static Outcome atCreation(Answer answer, Instant now) {
        if (answer.status() == 429) {
            return new NotSent(turnedAway(answer), answer.retryAfter(now));
        }
        if (answer.ok() || answer.status() / 100 == 5 || answer.status() == 408) {
            return new Unknown(answer.ok() ? "The server said yes, but its answer could not be understood."
                    : "The server failed with status " + answer.status() + ".");
        }
        return refused(answer);
    }

    /** The call that creates the post got no answer. */
    public static Outcome atCreation(WireBroken broken) {
        return broken.mayHaveArrived() ? new Unknown(broken.getMessage() + ".") : new NotSent(broken.getMessage() + ".", null);
    }

    private static Refused refused(Answer answer) {
        int status = answer.status();
        if (status == 401 || status == 403) {
            return new Refused(status, "The network did not accept the account's password or token.",
                    "Have a new one entered under Accounts, then try again.");
        }
        if (status / 100 == 3) {
            return new Refused(status, "The network's server has moved to another address.",
                    NEW_ADDRESS);
        }
        if (status == 404) {
            return new Refused(status, "There is no such network at the account's server address.",
                    NEW_ADDRESS);
        }
        if (status == 413) {
            return new Refused(status, "The network found a picture too large.", "Submit a version with a smaller picture.");
        }
        return new Refused(status, "The network turned the post away" + reason(answer),
                "Change the post and submit it again, or try again if the cause is gone.");
    }

    private static String turnedAway(Answer answer) {
        return answer.status() == 429 ? "The network asks to wait: too many requests."
                : "The network's server failed with status " + answer.status() + ".";
    }

    private static String reason(Answer answer) {
        String said = answer.text("/message") != null ? answer.text("/message") : answer.text("/error");
        if (said == null) {
            return " with status " + answer.status() + ".";
        }
        return ": " + (said.length() > 300 ? said.substring(0, 300) + "…" : said);
    }
}
