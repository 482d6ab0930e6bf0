package org.countersign.publishing.process;

/**
 * Variables that the diagrams of publication read and write. None holds text of a post.
 */
final class PublicationVariables {

    /** String, UUID of the delivery; given by the caller of {@code publish-post}. */
    static final String DELIVERY_ID = "deliveryId";
    /** Boolean: a person is the connector of this account. */
    static final String BY_HAND = "byHand";
    /** String: network and name of the account, for people. */
    static final String ACCOUNT_NAME = "accountName";
    /** String: state of the delivery, a name of {@link org.countersign.publishing.DeliveryState}. */
    static final String DELIVERY_OUTCOME = "deliveryOutcome";
    /** String, ISO 8601 duration until the next look on the network. */
    static final String NEXT_LOOK = "nextLook";
    /** Boolean: the publisher wants another attempt after a refusal. */
    static final String TRY_AGAIN = "tryAgain";

    /** Integer: number of the version that is published; in {@code post-review}. */
    static final String VERSION_NUMBER = "versionNumber";
    /** List of String: ids of the deliveries; in {@code post-review}. */
    static final String DELIVERY_IDS = "deliveryIds";
    /** String: a name of {@link org.countersign.publishing.PublicationOutcome}; in {@code post-review}. */
    static final String PUBLICATION_OUTCOME = "publicationOutcome";

    private PublicationVariables() {
    }
}
