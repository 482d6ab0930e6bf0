package org.countersign.adoption.workgroup;

/** How a seat stands today. */
public enum SeatState {
    FILLED("Filled"),
    /** There is a member, but nobody who could come instead. */
    WITHOUT_DELEGATE("Delegate missing"),
    /** The function takes no seat; somebody answers its questions. */
    DECLINED("Declined, answered for"),
    VACANT("Vacant");

    private final String label;

    SeatState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
