package org.countersign.post;

/**
 * What a post is about. The class and the reviewers of each kind are in {@code classify-post.dmn} and
 * {@code reviewers.dmn}; a test holds that no kind is missing there.
 */
public enum PostKind {
    TEMPLATE_ROUTINE("Routine notice from a template", "Hours, parking, a holiday greeting"),
    OBSERVANCE("Observance", "An awareness day, no claim"),
    EVENT("Event", "A class, a blood drive, a fair"),
    JOB_RECRUITMENT("Job or recruitment", "An open position"),
    STAFF_SPOTLIGHT("Staff spotlight", "A member of staff is introduced or honored"),
    COMMUNITY_PARTNER("Community partner", "A sponsor, a school, the police"),
    WELLNESS_GENERAL("General wellness", "Education for everybody"),
    FACILITY_SERVICE("Facility or service", "A new unit, the hours of a clinic"),
    AWARD_RANKING("Award or ranking", "A recognition by somebody else"),
    CLINICAL_CLAIM("Clinical claim", "An outcome, a reduced risk, advice on screening"),
    PROVIDER_VIDEO("Clinician explains", "A clinician in picture or video"),
    PUBLIC_HEALTH_ALERT("Public health alert", "An outbreak, heat, boil water"),
    RESEARCH_RESULT("Research result", "What a study found"),
    RESEARCH_RECRUITMENT("Research recruitment", "A study looks for participants"),
    PRODUCT_MENTION("Product named", "A drug, device, test or procedure by brand"),
    PATIENT_STORY("Patient story", "A patient or family, also without a name"),
    PATIENT_STORY_SENSITIVE("Sensitive patient story", "Substance use, mental health, HIV, reproduction, minors"),
    BIRTH_OR_MILESTONE("Birth or milestone", "A baby, bell ringing, a discharge"),
    EXTERNAL_TESTIMONIAL_SHARE("Testimonial from outside", "A review, tag or comment shared again"),
    FUNDRAISING("Fundraising", "A campaign, a gala, a donor"),
    PROMOTION_OFFER("Offer or promotion", "Free, discounted, given away"),
    INFLUENCER_PAID("Paid influencer", "Somebody is paid to speak for us"),
    LEADERSHIP_OPINION("Opinion of leadership", "Policy, advocacy"),
    LABOR_STATEMENT("Labor statement", "A strike, staffing, negotiations"),
    CRISIS_STATEMENT("Crisis statement", "An incident, a disaster"),
    LEGAL_MATTER_STATEMENT("Legal matter", "A claim, an investigation, a data breach"),
    REPLY_TEMPLATE("Reply from a template", "Unchanged"),
    REPLY_FREE("Reply in own words", "To a general comment"),
    REPLY_TO_REVIEW_NEGATIVE("Reply to a negative review", "Template or no reply is better"),
    REPLY_SENSITIVE("Reply to a sensitive comment", "Safety, legal, clinical"),
    REPOST_THIRD_PARTY("Repost", "News, a health department"),
    PAID_AD("Advertisement", "Paid reach for any content"),
    LIVE_STREAM("Live stream", "Announced or running"),
    EPHEMERAL_STORY("Story that disappears", "Gone after a day, kept by us");

    private final String label;
    private final String hint;

    PostKind(String label, String hint) {
        this.label = label;
        this.hint = hint;
    }

    public String label() {
        return label;
    }

    public String hint() {
        return hint;
    }

    /** Whether the post answers somebody: then the words that confirm a patient weigh more. */
    public boolean reply() {
        return name().startsWith("REPLY_");
    }
}
