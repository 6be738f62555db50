package org.marrow.variants.risk.rules;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.marrow.core.error.FormatException;
import org.marrow.variants.risk.scheme.InputCatalog;
import org.marrow.variants.risk.scheme.LaboratoryTest;

/** A small rule set made by chance, as a file and as plain Java that tells what it means for a patient of whom all is known. */
final class RandomRuleSet {
    /** Values that stand for all others, by input. */
    static final Map<String, List<String>> VALUES = values();

    /** HB stands in formulas alone; points and bounds are multiples of what one step adds to them. */
    private static final int HB_STEP = 5;

    private static final int HIGHEST_HB = 30;

    private static final Map<String, LaboratoryTest> TESTS = Map.ofEntries(
            Map.entry("NPM1", LaboratoryTest.GENE_PANEL),
            Map.entry("FLT3_ITD", LaboratoryTest.FLT3_ITD_ASSAY),
            Map.entry("FLT3_ITD_ratio", LaboratoryTest.FLT3_ITD_ASSAY),
            Map.entry("FLT3_TKD", LaboratoryTest.GENE_PANEL),
            Map.entry("FLT3", LaboratoryTest.FLT3_ASSAY),
            Map.entry("AGE", LaboratoryTest.AGE),
            Map.entry("HB", LaboratoryTest.BLOOD_COUNT),
            Map.entry("SEX", LaboratoryTest.CLINICAL_EXAMINATION),
            Map.entry("-7", LaboratoryTest.KARYOTYPE),
            Map.entry("del7q", LaboratoryTest.KARYOTYPE),
            Map.entry("del7_7q", LaboratoryTest.KARYOTYPE),
            Map.entry("CALR", LaboratoryTest.GENE_PANEL),
            Map.entry("CALR_TYPE1", LaboratoryTest.GENE_PANEL));

    private static final List<List<String>> RELATED = List.of(
            List.of("FLT3", "FLT3_ITD", "FLT3_ITD_ratio", "FLT3_TKD"),
            List.of("del7_7q", "-7", "del7q"),
            List.of("CALR", "CALR_TYPE1"));

    private record Expression(String text, Predicate<Map<String, String>> holds) {}

    private final Random random;

    /** Inputs that the rules may ask for, but for HB. */
    private final List<String> read;

    /** These with all that tells of them. */
    private final List<String> inputs;

    private final List<Expression> conditions = new ArrayList<>();
    private final List<String> categories = new ArrayList<>();
    private final List<BigDecimal> points = new ArrayList<>();
    private final List<BigDecimal> bounds = new ArrayList<>();
    private final boolean score;
    private final boolean formula;

    private RandomRuleSet(Random random) {
        this.random = random;
        List<String> all = new ArrayList<>(VALUES.keySet());
        all.remove("HB");
        Collections.shuffle(all, random);
        this.read = List.copyOf(all.subList(0, 4));
        this.inputs = new ArrayList<>();
        for (String input : read) {
            RELATED.stream().filter(group -> group.contains(input)).findFirst().orElse(List.of(input)).stream()
                    .filter(one -> !inputs.contains(one))
                    .forEach(inputs::add);
        }
        this.score = random.nextBoolean();
        this.formula = score && random.nextBoolean();
        if (formula) {
            inputs.add("HB");
        }
        int count = 2 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            conditions.add(expression(2));
            categories.add(List.of("Low", "Middle", "High").get(random.nextInt(3)));
            points.add(List.of(new BigDecimal("0.5"), BigDecimal.ONE, new BigDecimal("2"), new BigDecimal("-1"))
                    .get(random.nextInt(4)));
        }
        categories.add(List.of("Low", "Middle", "High").get(random.nextInt(3)));
        BigDecimal first =
                List.of(BigDecimal.ZERO, new BigDecimal("0.5"), BigDecimal.ONE).get(random.nextInt(3));
        bounds.add(first);
        bounds.add(first.add(BigDecimal.ONE));
    }

    /** The next that the reader accepts; those with an unreachable rule or an unused category are left out. */
    static RandomRuleSet next(Random random) {
        while (true) {
            RandomRuleSet set = new RandomRuleSet(random);
            try {
                set.scheme();
                return set;
            } catch (FormatException refused) {
                // Another one.
            }
        }
    }

    private static Map<String, List<String>> values() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String lesion :
                List.of("NPM1", "FLT3_ITD", "FLT3_TKD", "FLT3", "-7", "del7q", "del7_7q", "CALR", "CALR_TYPE1")) {
            values.put(lesion, List.of("0", "1"));
        }
        values.put("FLT3_ITD_ratio", List.of("0", "0.3", "0.5", "0.7"));
        values.put("AGE", List.of("40", "50", "60", "65", "70"));
        values.put("SEX", List.of("F", "M"));
        List<String> hb = new ArrayList<>();
        for (int i = 0; i <= HIGHEST_HB; i += HB_STEP) {
            hb.add(Integer.toString(i));
        }
        values.put("HB", hb);
        return values;
    }

    List<String> inputs() {
        return inputs;
    }

    static LaboratoryTest test(String input) {
        return Optional.ofNullable(TESTS.get(input)).orElseThrow();
    }

    RuleScheme scheme() {
        return RuleScheme.parse(text(), Path.of("random.rules"), InputCatalog.standard(), code -> code);
    }

    String text() {
        StringBuilder text = new StringBuilder("scheme random\nedition Random\nsource a test\ndate 2026\n");
        text.append("disease AML\ncategories Low; Middle; High\n");
        for (int i = 0; i < conditions.size(); i++) {
            String condition = " when " + conditions.get(i).text() + "\n";
            if (score) {
                text.append("item ITEM_")
                        .append(i)
                        .append(" verified ")
                        .append(points.get(i))
                        .append(condition);
            } else {
                text.append("rule RULE_")
                        .append(i)
                        .append(" verified ")
                        .append(categories.get(i))
                        .append(condition);
            }
        }
        if (formula) {
            text.append("term TERM_HB verified = 0.1 * HB\n");
        }
        if (score) {
            text.append("cut Low <= ")
                    .append(bounds.get(0))
                    .append("; Middle < ")
                    .append(bounds.get(1));
            text.append("; High\n");
        } else {
            text.append("rule RULE_LAST verified ").append(categories.getLast()).append(" otherwise\n");
        }
        return text.toString();
    }

    /** The category of a patient of whom every input is known. */
    String category(Map<String, String> patient) {
        if (!score) {
            for (int i = 0; i < conditions.size(); i++) {
                if (conditions.get(i).holds().test(patient)) {
                    return categories.get(i);
                }
            }
            return categories.getLast();
        }
        BigDecimal sum = formula ? new BigDecimal(patient.get("HB")).multiply(new BigDecimal("0.1")) : BigDecimal.ZERO;
        for (int i = 0; i < conditions.size(); i++) {
            if (conditions.get(i).holds().test(patient)) {
                sum = sum.add(points.get(i));
            }
        }
        return sum.compareTo(bounds.get(0)) <= 0 ? "Low" : sum.compareTo(bounds.get(1)) < 0 ? "Middle" : "High";
    }

    /** Every patient of whom all is known and who is as the row says. */
    List<Map<String, String>> completions(Map<String, String> row) {
        List<Map<String, String>> completions = new ArrayList<>(List.of(new TreeMap<>(row)));
        for (String input : inputs) {
            if (!row.containsKey(input)) {
                List<Map<String, String>> more = new ArrayList<>();
                for (Map<String, String> before : completions) {
                    for (String value : VALUES.getOrDefault(input, List.of())) {
                        Map<String, String> after = new TreeMap<>(before);
                        after.put(input, value);
                        more.add(after);
                    }
                }
                completions = more;
            }
        }
        completions.removeIf(patient -> !isConsistent(patient));
        return completions;
    }

    /** Whether some patient is so, whatever else there is to know: the relations of the catalog, written out anew. */
    static boolean isConsistent(Map<String, String> patient) {
        Optional<Boolean> ratio =
                Optional.ofNullable(patient.get("FLT3_ITD_ratio")).map(value -> !value.equals("0"));
        Optional<Boolean> itd = is(patient, "FLT3_ITD").or(() -> ratio);
        if (ratio.isPresent() && !ratio.equals(itd)) {
            return false;
        }
        return isSum(is(patient, "FLT3"), itd, is(patient, "FLT3_TKD"))
                && isSum(is(patient, "del7_7q"), is(patient, "-7"), is(patient, "del7q"))
                && !(is(patient, "CALR_TYPE1").orElse(false)
                        && !is(patient, "CALR").orElse(true));
    }

    private static boolean isSum(Optional<Boolean> whole, Optional<Boolean> one, Optional<Boolean> other) {
        boolean present = one.orElse(false) || other.orElse(false);
        boolean absent = !one.orElse(true) && !other.orElse(true);
        return !(present && !whole.orElse(true)) && !(absent && whole.orElse(false));
    }

    private static Optional<Boolean> is(Map<String, String> patient, String lesion) {
        return Optional.ofNullable(patient.get(lesion)).map(value -> value.equals("1"));
    }

    private Expression expression(int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(6);
        if (kind == 1) {
            Expression of = expression(depth - 1);
            return new Expression("not (" + of.text() + ")", of.holds().negate());
        }
        if (kind == 0) {
            return question();
        }
        Expression one = expression(depth - 1);
        Expression two = expression(depth - 1);
        Expression three = expression(depth - 1);
        return switch (kind) {
            case 2 ->
                new Expression(
                        "(" + one.text() + ") and (" + two.text() + ")",
                        one.holds().and(two.holds()));
            case 3 ->
                new Expression(
                        "(" + one.text() + ") or (" + two.text() + ")",
                        one.holds().or(two.holds()));
            case 4 ->
                new Expression(
                        "any(" + one.text() + ", " + two.text() + ", " + three.text() + ")",
                        one.holds().or(two.holds()).or(three.holds()));
            default ->
                new Expression(
                        "count(" + one.text() + ", " + two.text() + ", " + three.text() + ") >= 2",
                        patient -> List.of(one, two, three).stream()
                                        .filter(part -> part.holds().test(patient))
                                        .count()
                                >= 2);
        };
    }

    private Expression question() {
        String input = read.get(random.nextInt(read.size()));
        if (input.equals("SEX")) {
            return new Expression("SEX = F", patient -> "F".equals(patient.get("SEX")));
        }
        if (input.equals("AGE") || input.equals("FLT3_ITD_ratio")) {
            String threshold = input.equals("AGE") ? List.of("50", "65").get(random.nextInt(2)) : "0.5";
            String sign = List.of("<", "<=", ">", ">=", "=").get(random.nextInt(5));
            return new Expression(input + " " + sign + " " + threshold, patient -> {
                int order = new BigDecimal(patient.get(input)).compareTo(new BigDecimal(threshold));
                return switch (sign) {
                    case "<" -> order < 0;
                    case "<=" -> order <= 0;
                    case ">" -> order > 0;
                    case ">=" -> order >= 0;
                    default -> order == 0;
                };
            });
        }
        return new Expression("`" + input + "`", patient -> "1".equals(patient.get(input)));
    }
}
