package org.marrow.variants.risk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.marrow.variants.risk.ipssm.Ipssm;
import org.marrow.variants.risk.rules.RuleScheme;
import org.marrow.variants.risk.scheme.SchemeFiles;
import org.marrow.variants.risk.scheme.SchemeRules;

/**
 * Every scheme that Marrow knows, in the order of {@code rules/schemes.list}. A new one is a rule file with its texts and a line
 * there.
 */
public final class RiskSchemes {
    /** Read when first asked for: a command that needs one scheme does not wait for thirty. */
    private static final Map<String, SchemeRules> LOADED = new ConcurrentHashMap<>();

    private RiskSchemes() {}

    /** IPSS-M fills missing inputs with means, which rules cannot say, and is code. */
    private static SchemeRules load(String id) {
        return id.equals("ipssm") ? new Ipssm() : RuleScheme.load(id);
    }

    public static List<SchemeRules> all() {
        return ids().stream().map(RiskSchemes::loaded).toList();
    }

    /** The ids of all, in the order in which people see the schemes. */
    public static List<String> ids() {
        return SchemeFiles.ids();
    }

    /** By its id, such as {@code eln2022}. */
    public static Optional<SchemeRules> byId(String id) {
        return ids().contains(id) ? Optional.of(loaded(id)) : Optional.empty();
    }

    private static SchemeRules loaded(String id) {
        return LOADED.computeIfAbsent(id, RiskSchemes::load);
    }
}
