package org.marrow.core.survival;

/** Why a part of a validation was not computed. */
public enum ValidationGap {
    /** Nobody with a category had the event. */
    NO_EVENT,
    /** Fewer than two categories have patients. */
    ONE_CATEGORY,
    /** Fewer than two categories have events. */
    ONE_CATEGORY_WITH_EVENTS,
    /** Nobody said which category is the more favourable. */
    NO_ORDER,
    /** The categories were never at risk at the same time, or never ended apart. */
    NOT_COMPARABLE,
    /** The events of a category come all before or all after the others are at risk, so that its hazard ratio has no bound. */
    NO_MAXIMUM,
    /** Nobody was followed to the horizon. */
    SHORT_FOLLOW_UP
}
