package org.marrow.variants.risk.scheme;

import java.util.OptionalDouble;
import org.marrow.core.risk.EvidenceMark;
import org.marrow.core.risk.RiskDriver;
import org.marrow.core.risk.RiskFlag;

/** A stable code that a result carries, with how well it is founded. Its texts are in {@link RiskMessages}. */
public interface RiskCode {
    /** Upper case with underscores; never changes, because stored results and translations use it. */
    String code();

    EvidenceMark mark();

    default String english() {
        return RiskMessages.text(RiskLanguage.ENGLISH, code());
    }

    default RiskFlag flag() {
        return new RiskFlag(code(), english(), mark());
    }

    /** The flag with what it is about in this patient. */
    default RiskFlag flag(String detail) {
        return new RiskFlag(code(), english() + " (" + detail + ")", mark());
    }

    default RiskDriver driver(String name) {
        return new RiskDriver(name, code(), OptionalDouble.empty(), english(), mark());
    }

    default RiskDriver driver(String name, double contribution) {
        return new RiskDriver(name, code(), OptionalDouble.of(contribution), english(), mark());
    }
}
