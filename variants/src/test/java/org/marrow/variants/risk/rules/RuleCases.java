package org.marrow.variants.risk.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marrow.core.risk.RiskFlag;
import org.marrow.core.risk.RiskResult;
import org.marrow.variants.risk.scheme.NamedValues;

/** The cases of one rule file, in the form that the README beside them describes. */
record RuleCases(String scheme, List<Case> cases) {

    /**
     * One patient with what the scheme has to say.
     *
     * @param expected category, {@code open A..B}, {@code not computed} or {@code out of scope}
     */
    record Case(int line, Map<String, String> values, String expected, Optional<String> score, Optional<String> flag) {
        RiskResult assess(RuleScheme scheme) {
            return scheme.assess(new NamedValues(name -> Optional.ofNullable(values.get(name))));
        }

        /** What the scheme said, in the same words. */
        static String standing(RiskResult result, RuleScheme scheme) {
            if (result.category().isPresent()) {
                return result.category().get();
            }
            boolean outOfScope = scheme.set().outOfScope().stream()
                    .anyMatch(
                            flag -> result.flags().stream().map(RiskFlag::code).anyMatch(flag.code()::equals));
            if (outOfScope) {
                return "out of scope";
            }
            return result.range()
                    .map(range -> "open " + range.best() + ".." + range.worst())
                    .orElse(
                            result.possible().isEmpty()
                                    ? "not computed"
                                    : "open " + String.join("|", result.possible()));
        }
    }

    static RuleCases read(String scheme) throws IOException {
        String file = scheme + ".cases";
        List<Case> cases = new ArrayList<>();
        Map<String, String> base = new LinkedHashMap<>();
        String text;
        try (InputStream stream = RuleCases.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IOException("no " + file);
            }
            text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("base ")) {
                base = change(Map.of(), line.substring("base ".length()), file, number);
                continue;
            }
            int arrow = line.indexOf("->");
            if (arrow < 0) {
                throw new IOException(file + ", line " + number + ": no '->'");
            }
            cases.add(expectation(
                    number,
                    change(base, line.substring(0, arrow), file, number),
                    line.substring(arrow + 2).strip()));
        }
        return new RuleCases(scheme, cases);
    }

    private static Map<String, String> change(Map<String, String> base, String changes, String file, int number)
            throws IOException {
        Map<String, String> values = new LinkedHashMap<>(base);
        for (String change : changes.strip().split("\\s+", -1)) {
            if (change.isEmpty()) {
                continue;
            }
            int sign = change.indexOf('=');
            if (sign < 0) {
                throw new IOException(file + ", line " + number + ": no '=' in " + change);
            }
            values.put(change.substring(0, sign), change.substring(sign + 1).replace('_', ' '));
        }
        return values;
    }

    private static Case expectation(int line, Map<String, String> values, String text) {
        String rest = text;
        Optional<String> flag = Optional.empty();
        int flagAt = rest.indexOf(" flag ");
        if (flagAt >= 0) {
            flag = Optional.of(rest.substring(flagAt + " flag ".length()).strip());
            rest = rest.substring(0, flagAt).strip();
        }
        Optional<String> score = Optional.empty();
        int last = rest.lastIndexOf(' ');
        if (last >= 0 && rest.substring(last + 1).matches("-?\\d+(\\.\\d+)?")) {
            score = Optional.of(rest.substring(last + 1));
            rest = rest.substring(0, last);
        }
        return new Case(line, values, rest, score, flag);
    }
}
