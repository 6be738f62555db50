package org.marrow.variants.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.marrow.core.risk.RiskResult;
import org.marrow.variants.risk.RiskSchemes;
import org.marrow.variants.risk.scheme.CatalogInput;
import org.marrow.variants.risk.scheme.InputCatalog;
import org.marrow.variants.risk.scheme.NamedValues;
import org.marrow.variants.risk.scheme.SchemeRules;

/** One row of a scheme's table, written as {@code NPM1=1; BM_BLAST=12}. */
public final class SchemeRow {
    private final SchemeRules scheme;
    private final Map<String, String> values = new LinkedHashMap<>();

    private SchemeRow(String id) {
        scheme = RiskSchemes.byId(id).orElseThrow();
    }

    /** A row of which nothing is known. */
    public static SchemeRow unknown(String id) {
        return new SchemeRow(id);
    }

    /** A row in which every lesion was looked for and not found. */
    public static SchemeRow nothingFound(String id) {
        SchemeRow row = new SchemeRow(id);
        row.scheme
                .description()
                .inputs()
                .forEach(input -> InputCatalog.standard().find(input.name()).ifPresent(known -> {
                    if (known.isLesion() && known.anyOf().isEmpty()) {
                        row.values.put(known.name(), "0");
                    }
                    known.of().ifPresent(whole -> row.values.put(whole, "0"));
                }));
        return row;
    }

    /** With these values in place of others. A number above 0 of a lesion, and a kind of it, show the lesion. */
    public SchemeRow with(String assignments) {
        for (String assignment : assignments.split(";")) {
            if (!assignment.isBlank()) {
                String[] sides = assignment.strip().split("=", 2);
                values.put(sides[0], sides[1]);
                InputCatalog.standard().find(sides[0]).ifPresent(input -> addWhole(input, sides[1]));
            }
        }
        return this;
    }

    private void addWhole(CatalogInput input, String value) {
        boolean shows = input.isLesion() ? value.equals("1") : !value.matches("NA|0(\\.0*)?");
        input.of().ifPresent(whole -> {
            if (shows) {
                values.put(whole, "1");
            } else if (input.isLesion() && value.equals("NA")) {
                values.put(whole, "NA");
            }
        });
    }

    public RiskResult assess() {
        return scheme.assess(new NamedValues(name -> Optional.ofNullable(values.get(name))));
    }
}
