package org.marrow.variants.risk.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.error.Location;
import org.marrow.core.patient.Disease;
import org.marrow.core.risk.EvidenceMark;
import org.marrow.core.risk.RiskScheme;
import org.marrow.variants.risk.rules.RuleSet.Choice;
import org.marrow.variants.risk.rules.RuleSet.Cut;
import org.marrow.variants.risk.rules.RuleSet.Flag;
import org.marrow.variants.risk.rules.RuleSet.Item;
import org.marrow.variants.risk.rules.RuleSet.Rounding;
import org.marrow.variants.risk.rules.RuleSet.Rule;
import org.marrow.variants.risk.rules.RuleSet.Term;
import org.marrow.variants.risk.scheme.InputCatalog;
import org.marrow.variants.risk.scheme.NumberRange;

/**
 * Reads a rule file; docs/rule-sets.md describes it. Whatever is not understood, not used or cannot matter is refused with its line
 * and column.
 */
final class RuleSetReader {
    private static final Set<String> ONCE = Set.of(
            "scheme",
            "edition",
            "source",
            "date",
            "disease",
            "needs",
            "inputs",
            "categories",
            "kinds",
            "score",
            "cut",
            "cohort-median",
            "complete",
            "round");
    private static final Set<String> MANY = Set.of(
            "alias", "option", "range", "usual", "define", "quantity", "out-of-scope", "rule", "item", "term", "flag");
    private static final Pattern CUT = Pattern.compile("(.*?)(?:\\s+(<=|<)\\s*(-?\\d{1,9}(?:\\.\\d{1,9})?))?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}(-\\d{2})?|\\d{4}");

    private final Path file;
    private final List<RuleStatement> statements;
    private final RuleVocabulary names;
    private final Map<String, RuleStatement> once = new LinkedHashMap<>();
    private final Map<String, RuleStatement> defined = new LinkedHashMap<>();
    private final Map<String, RuleStatement> codes = new LinkedHashMap<>();

    private final List<Rule> rules = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private final List<Term> terms = new ArrayList<>();
    private final List<Flag> flags = new ArrayList<>();
    private final List<Flag> outOfScope = new ArrayList<>();
    private final List<Choice> options = new ArrayList<>();
    private final Map<RuleVariable, NumberRange> ranges = new LinkedHashMap<>();
    private final Map<RuleVariable, NumberRange> usual = new LinkedHashMap<>();
    private List<RuleVariable> needs = List.of();
    private List<RuleVariable> first = List.of();
    private List<String> categories = List.of();
    private @Nullable Formula score;
    private @Nullable CohortMedian cohortMedian;

    private RuleSetReader(String content, Path file, InputCatalog catalog) {
        this.file = file;
        this.statements = RuleStatement.of(content, file);
        this.names = new RuleVocabulary(catalog);
    }

    /**
     * Reads a rule file.
     *
     * @param file named in messages
     * @throws FormatException with line and column of the first mistake
     */
    static RuleSet read(String content, Path file, InputCatalog catalog) {
        return new RuleSetReader(content, file, catalog).read();
    }

    private RuleSet read() {
        statements.forEach(this::collect);
        statements.forEach(this::scan);
        requireFewThresholds();
        names.makeInputs();
        categories = categories();
        statements.forEach(this::readStatement);
        requireUsed();
        RuleSet set = build();
        new RuleSetChecks(set, file, this::codeAt).check();
        return set;
    }

    /** Names first, so that statements may stand in any order but for definitions, which come before their use. */
    private void collect(RuleStatement statement) {
        RuleHead head = new RuleHead(statement);
        String word = head.word();
        if (ONCE.contains(word)) {
            if (once.putIfAbsent(word, statement) != null) {
                throw statement.wrong(0, "'" + word + "' once", "another");
            }
        } else if (!MANY.contains(word)) {
            throw statement.wrong(
                    0, "a statement, one of " + alphabetical(ONCE) + ", " + alphabetical(MANY), "'" + word + "'");
        }
        switch (word) {
            case "alias" -> {
                int at = head.offset();
                String name = head.name();
                boolean ownName = names.inCatalog(name).isPresent() && !names.isAlias(name);
                if (ownName) {
                    defined.put(name, statement);
                } else {
                    newName(statement, at, name);
                }
                head.require("=");
                int to = head.offset();
                String of = head.word();
                if (names.inCatalog(of).isEmpty()) {
                    throw statement.wrong(to, "an input of the catalog", "'" + of + "'");
                }
                head.requireEnd();
                names.alias(name, names.inCatalog(of).get().name());
            }
            case "option" -> {
                int at = head.offset();
                names.option(newName(statement, at, head.code()));
            }
            default -> {}
        }
    }

    private static String alphabetical(Set<String> words) {
        return words.stream().sorted().collect(Collectors.joining(", "));
    }

    private String newName(RuleStatement statement, int at, String name) {
        if (names.isTaken(name)) {
            throw statement.wrong(at, "a name that is not taken", "'" + name + "'");
        }
        defined.put(name, statement);
        return name;
    }

    private void scan(RuleStatement statement) {
        RuleHead head = new RuleHead(statement);
        switch (head.word()) {
            case "inputs", "needs", "score" -> scanFrom(statement, head);
            case "cohort-median" -> {
                head.upTo(List.of("by"));
                scanFrom(statement, head);
            }
            case "range", "usual" ->
                names.scan(RuleToken.of(statement, head.offset()).subList(0, 1));
            case "define", "quantity", "term" -> scanAfter(statement, head, "=");
            case "rule", "item", "flag", "out-of-scope" -> scanAfter(statement, head, "when");
            default -> {}
        }
    }

    /** What is wrong before that word is told when the statement is read. */
    private void scanAfter(RuleStatement statement, RuleHead head, String word) {
        String next = head.word();
        while (!next.isEmpty() && !next.equals(word)) {
            next = head.word();
        }
        scanFrom(statement, head);
    }

    private void scanFrom(RuleStatement statement, RuleHead head) {
        names.scan(RuleToken.of(statement, head.offset()));
    }

    private void requireFewThresholds() {
        for (String name : names.thresholdNames()) {
            // One place is kept for 0, which a number of a lesion has always.
            if (names.thresholdsOf(name) >= RuleVariable.MOST_THRESHOLDS) {
                throw new FormatException(
                        file,
                        Location.whole(),
                        "fewer than " + RuleVariable.MOST_THRESHOLDS + " numbers that " + name + " is compared with",
                        names.thresholdsOf(name) + " of them");
            }
        }
    }

    private void readStatement(RuleStatement statement) {
        RuleHead head = new RuleHead(statement);
        switch (head.word()) {
            case "needs" -> needs = variables(statement, head);
            case "inputs" -> first = variables(statement, head);
            case "option" -> readOption(statement, head);
            case "range" -> readRange(statement, head, ranges);
            case "usual" -> readRange(statement, head, usual);
            case "define" -> {
                int at = head.offset();
                String name = newName(statement, at, head.name());
                head.require("=");
                names.define(name, wholeCondition(statement, head));
            }
            case "quantity" -> {
                int at = head.offset();
                String name = newName(statement, at, head.name());
                head.require("=");
                names.defineQuantity(name, wholeFormula(statement, head));
            }
            case "rule" -> readRule(statement, head);
            case "item" -> {
                String code = code(statement, head, true);
                EvidenceMark mark = head.mark();
                BigDecimal points = new BigDecimal(head.number());
                head.require("when");
                items.add(new Item(code, mark, points, wholeCondition(statement, head)));
            }
            case "term" -> {
                String code = code(statement, head, false);
                EvidenceMark mark = head.mark();
                head.require("=");
                terms.add(new Term(code, mark, wholeFormula(statement, head)));
            }
            case "flag" -> flags.add(readFlag(statement, head));
            case "out-of-scope" -> outOfScope.add(readFlag(statement, head));
            case "score" -> score = wholeFormula(statement, head);
            case "complete" -> head.requireEnd();
            case "cohort-median" -> cohortMedian = cohortMedian(statement, head);
            default -> {}
        }
    }

    private List<RuleVariable> variables(RuleStatement statement, RuleHead head) {
        ExpressionReader reader = new ExpressionReader(statement, head.offset(), names);
        List<RuleVariable> variables = reader.variableList();
        reader.requireEnd();
        return variables;
    }

    private Condition wholeCondition(RuleStatement statement, RuleHead head) {
        ExpressionReader reader = new ExpressionReader(statement, head.offset(), names);
        Condition condition = reader.condition();
        reader.requireEnd();
        return condition;
    }

    private Formula wholeFormula(RuleStatement statement, RuleHead head) {
        ExpressionReader reader = new ExpressionReader(statement, head.offset(), names);
        Formula formula = reader.formula();
        reader.requireEnd();
        return formula;
    }

    /** A code of the file; those of items may come again, with other points. */
    private String code(RuleStatement statement, RuleHead head, boolean again) {
        int at = head.offset();
        String code = head.code();
        boolean item = items.stream().anyMatch(one -> one.code().equals(code));
        if (codes.putIfAbsent(code, statement) != null && !(again && item)) {
            throw statement.wrong(at, "a code that is not used yet", "'" + code + "'");
        }
        return code;
    }

    private void readOption(RuleStatement statement, RuleHead head) {
        String code = code(statement, head, false);
        EvidenceMark mark = head.mark();
        int at = head.offset();
        String value = head.word();
        if (!value.equals("on") && !value.equals("off")) {
            throw statement.wrong(at, "'on' or 'off'", "'" + value + "'");
        }
        head.requireEnd();
        options.add(new Choice(names.variable(code), mark, value.equals("on")));
    }

    private void readRange(RuleStatement statement, RuleHead head, Map<RuleVariable, NumberRange> into) {
        int at = head.offset();
        String name = head.word();
        RuleVariable number = names.inCatalog(name)
                .flatMap(input -> names.input(new RuleToken(RuleToken.Kind.WORD, name, at)))
                .filter(RuleVariable::isNumber)
                .orElseThrow(() -> statement.wrong(at, "an input that is a number", "'" + name + "'"));
        int low = head.offset();
        BigDecimal lowest = new BigDecimal(head.number());
        head.require("to");
        BigDecimal highest = new BigDecimal(head.number());
        head.requireEnd();
        NumberRange catalog = number.requireInput().range().orElseThrow();
        boolean narrower = lowest.compareTo(highest) < 0 && catalog.contains(lowest) && catalog.contains(highest);
        if (!narrower) {
            throw statement.wrong(low, "a range within " + catalog, lowest + " to " + highest);
        }
        if (into.put(number, new NumberRange(lowest, highest)) != null) {
            throw statement.wrong(at, "each input once", "'" + name + "' again");
        }
    }

    private void readRule(RuleStatement statement, RuleHead head) {
        String code = code(statement, head, false);
        EvidenceMark mark = head.mark();
        int at = head.offset();
        List<String> category = head.upTo(List.of("when", "otherwise"));
        requireCategory(statement, at, category.get(0));
        Condition condition;
        if (category.get(1).equals("otherwise")) {
            head.requireEnd();
            condition = new Condition.Always();
        } else {
            condition = wholeCondition(statement, head);
        }
        if (!rules.isEmpty() && rules.getLast().condition() instanceof Condition.Always) {
            throw statement.wrong(0, "'otherwise' in the last rule", "a rule after it");
        }
        rules.add(new Rule(code, mark, category.get(0), condition));
    }

    private void requireCategory(RuleStatement statement, int at, String category) {
        if (!categories.contains(category)) {
            throw statement.wrong(at, "one of " + String.join("; ", categories), "'" + category + "'");
        }
    }

    private Flag readFlag(RuleStatement statement, RuleHead head) {
        String code = code(statement, head, false);
        EvidenceMark mark = head.mark();
        int at = head.offset();
        String when = head.word();
        if (when.equals("always")) {
            head.requireEnd();
            return new Flag(code, mark, new Condition.Always(), List.of());
        }
        if (!when.equals("when")) {
            throw statement.wrong(at, "'when' or 'always'", "'" + when + "'");
        }
        ExpressionReader reader = new ExpressionReader(statement, head.offset(), names);
        Condition condition = reader.condition();
        List<RuleVariable> tell = List.of();
        if (reader.takeIf("tell")) {
            tell = reader.variableList();
        }
        reader.requireEnd();
        return new Flag(code, mark, condition, tell);
    }

    private CohortMedian cohortMedian(RuleStatement statement, RuleHead head) {
        EvidenceMark mark = head.mark();
        head.require("by");
        int at = head.offset();
        List<RuleVariable> by = variables(statement, head);
        if (by.size() != 1 || !by.getFirst().isChoice()) {
            throw statement.wrong(at, "one input that is a choice", "'" + by + "'");
        }
        if (categories.size() != 2) {
            throw statement.wrong(0, "two categories, below and above the median", categories.size() + " of them");
        }
        return new CohortMedian(mark, by.getFirst());
    }

    private List<String> categories() {
        boolean ordered = once.containsKey("categories");
        if (ordered == once.containsKey("kinds")) {
            throw new FormatException(
                    file, Location.whole(), "either 'categories' or 'kinds'", ordered ? "both" : "neither");
        }
        RuleStatement statement = required(ordered ? "categories" : "kinds");
        RuleHead head = new RuleHead(statement);
        head.word();
        int at = head.offset();
        List<String> all =
                Arrays.stream(head.rest().split(";", -1)).map(String::strip).toList();
        if (all.stream().anyMatch(String::isEmpty) || new HashSet<>(all).size() < all.size()) {
            throw statement.wrong(at, "different categories separated by ';'", "'" + String.join("; ", all) + "'");
        }
        return all;
    }

    private RuleStatement required(String keyword) {
        RuleStatement statement = once.get(keyword);
        if (statement == null) {
            throw new FormatException(file, Location.whole(), "a statement '" + keyword + "'", "none");
        }
        return statement;
    }

    private String text(String keyword) {
        RuleHead head = new RuleHead(required(keyword));
        head.word();
        return head.rest();
    }

    private void requireUsed() {
        defined.forEach((name, statement) -> {
            if (!names.isUsed(name)) {
                throw statement.wrong(0, "a name that some rule uses", "'" + name + "', which none does");
            }
        });
    }

    private RuleSet build() {
        Set<Disease> diseases = EnumSet.noneOf(Disease.class);
        RuleStatement disease = required("disease");
        for (String name : text("disease").split(",", -1)) {
            diseases.add(Arrays.stream(Disease.values())
                    .filter(one -> one.name().equals(name.strip()))
                    .findFirst()
                    .orElseThrow(() -> disease.wrong(
                            0, "diseases among " + Arrays.toString(Disease.values()), "'" + name.strip() + "'")));
        }
        String date = text("date");
        if (!DATE.matcher(date).matches()) {
            throw required("date").wrong(0, "a date such as 2017-01-26, 2017-01 or 2017", "'" + date + "'");
        }
        RiskScheme scheme;
        try {
            scheme = new RiskScheme(text("scheme"), text("edition"), text("source"), categories);
        } catch (InvalidValueException e) {
            throw required("scheme").wrong(0, e.expected(), e.found());
        }
        Set<RuleVariable> inputs = new LinkedHashSet<>(first);
        inputs.addAll(names.inputs());
        boolean isScore = !items.isEmpty() || !terms.isEmpty();
        return new RuleSet(
                scheme,
                date,
                diseases,
                needs,
                once.containsKey("categories"),
                names.variables(),
                List.copyOf(inputs),
                rules,
                items,
                terms,
                isScore ? Optional.of(scoreFormula()) : Optional.ofNullable(score),
                cuts(isScore),
                Optional.ofNullable(cohortMedian),
                once.containsKey("complete"),
                rounding(),
                flags,
                outOfScope,
                options,
                ranges,
                usual);
    }

    /** Where nothing is said, the score is the sum of everything. */
    private Formula scoreFormula() {
        if (score != null) {
            return score;
        }
        Formula sum = new Formula.Named(Formula.SUM);
        return terms.isEmpty() ? sum : new Formula.Binary('+', sum, new Formula.Named(Formula.TERMS));
    }

    private List<Cut> cuts(boolean isScore) {
        if (!isScore || cohortMedian != null) {
            return List.of();
        }
        RuleStatement statement = required("cut");
        RuleHead head = new RuleHead(statement);
        head.word();
        int at = head.offset();
        List<Cut> cuts = new ArrayList<>();
        String[] parts = head.rest().split(";", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            Matcher match = CUT.matcher(parts[i].strip());
            boolean understood = match.matches()
                    && i < categories.size()
                    && categories.get(i).equals(match.group(1))
                    && last == (match.group(2) == null);
            if (!understood) {
                throw statement.wrong(
                        at + parts[i].length() - parts[i].stripLeading().length(),
                        "every category in its order, each but the last with '<' or '<=' and a number",
                        "'" + parts[i].strip() + "'");
            }
            if (!last) {
                Cut cut = new Cut(new BigDecimal(match.group(3)), match.group(2).equals("<="));
                if (!cuts.isEmpty() && cuts.getLast().bound().compareTo(cut.bound()) >= 0) {
                    throw statement.wrong(at, "cut-offs that grow", "'" + parts[i].strip() + "'");
                }
                cuts.add(cut);
            }
            at += parts[i].length() + 1;
        }
        if (cuts.size() != categories.size() - 1) {
            throw statement.wrong(0, "all of " + String.join("; ", categories), cuts.size() + 1 + " of them");
        }
        return cuts;
    }

    private Optional<Rounding> rounding() {
        RuleStatement statement = once.get("round");
        if (statement == null) {
            return Optional.empty();
        }
        RuleHead head = new RuleHead(statement);
        head.word();
        int at = head.offset();
        String decimals = head.word();
        if (!decimals.matches("[0-9]")) {
            throw statement.wrong(at, "a number of decimals from 0 to 9", "'" + decimals + "'");
        }
        RoundingMode mode = head.constant(new RoundingMode[] {RoundingMode.HALF_UP, RoundingMode.HALF_EVEN});
        head.requireEnd();
        return Optional.of(new Rounding(Integer.parseInt(decimals), mode));
    }

    private Location codeAt(String code) {
        RuleStatement statement = codes.get(code);
        return statement == null ? Location.whole() : statement.at(0);
    }
}
