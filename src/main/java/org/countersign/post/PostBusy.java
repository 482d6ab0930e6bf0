package org.countersign.post;

/**
 * The process was moving the post at this very moment, so the act was not carried out. Nothing is lost; doing it again
 * a second later works.
 */
public class PostBusy extends NotAllowed {

    public PostBusy() {
        super("The post was being worked on at this very moment. Nothing is lost: send it again.");
    }
}
