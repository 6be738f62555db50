package org.marrow.variants.risk;

import java.util.List;
import java.util.Optional;
import org.marrow.variants.risk.eln2022.Eln2022;
import org.marrow.variants.risk.ipssm.Ipssm;
import org.marrow.variants.risk.ipssr.Ipssr;
import org.marrow.variants.risk.ipssr.Ipssra;
import org.marrow.variants.risk.scheme.SchemeRules;

/** Every scheme that Marrow knows. A new one is a package beside these and a line here. */
public final class RiskSchemes {
    private static final List<SchemeRules> ALL = List.of(new Eln2022(), new Ipssr(), new Ipssra(), new Ipssm());

    private RiskSchemes() {}

    public static List<SchemeRules> all() {
        return ALL;
    }

    /** By its id, such as {@code eln2022}. */
    public static Optional<SchemeRules> byId(String id) {
        return ALL.stream()
                .filter(rules -> rules.description().scheme().id().equals(id))
                .findFirst();
    }
}
