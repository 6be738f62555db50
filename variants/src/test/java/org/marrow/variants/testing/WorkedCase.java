package org.marrow.variants.testing;

import org.marrow.core.risk.RiskResult;

/** A case of a scheme as a page of docs/validation lists it. */
public interface WorkedCase {
    String scheme();

    String name();

    /** What is known of the patient. */
    String findings();

    String expected();

    /** What the scheme gives, in the words of {@link #expected}. */
    String got();

    RiskResult result();

    /** Where the case comes from. */
    String source();
}
