package org.marrow.variants.risk;

import java.util.List;
import java.util.Optional;
import org.marrow.variants.risk.ipssm.Ipssm;
import org.marrow.variants.risk.rules.RuleScheme;
import org.marrow.variants.risk.scheme.SchemeFiles;
import org.marrow.variants.risk.scheme.SchemeRules;

/**
 * Every scheme that Marrow knows, in the order of {@code rules/schemes.list}. A new one is a rule file with its texts and a line
 * there.
 */
public final class RiskSchemes {
    private static final List<SchemeRules> ALL =
            SchemeFiles.ids().stream().map(RiskSchemes::load).toList();

    private RiskSchemes() {}

    /** IPSS-M fills missing inputs with means, which rules cannot say, and is code. */
    private static SchemeRules load(String id) {
        return id.equals("ipssm") ? new Ipssm() : RuleScheme.load(id);
    }

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
