package org.marrow.variants.risk.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.marrow.core.error.FormatException;

/** Reads the conditions and formulas of one statement. */
final class ExpressionReader {
    private final RuleStatement statement;
    private final RuleVocabulary names;
    private final List<RuleToken> tokens;
    private int next;

    ExpressionReader(RuleStatement statement, int from, RuleVocabulary names) {
        this.statement = statement;
        this.names = names;
        this.tokens = RuleToken.of(statement, from);
    }

    RuleToken peek() {
        return tokens.get(next);
    }

    private RuleToken take() {
        RuleToken token = peek();
        if (token.kind() != RuleToken.Kind.END) {
            next++;
        }
        return token;
    }

    boolean takeIf(String symbol) {
        if (!peek().is(symbol)) {
            return false;
        }
        next++;
        return true;
    }

    private FormatException wrong(RuleToken token, String expected) {
        return statement.wrong(token.offset(), expected, token.shown());
    }

    private void require(String symbol) {
        if (!takeIf(symbol)) {
            throw wrong(peek(), "'" + symbol + "'");
        }
    }

    void requireEnd() {
        if (peek().kind() != RuleToken.Kind.END) {
            throw wrong(peek(), "the end of the statement");
        }
    }

    /** Alternatives joined by {@code or}. */
    Condition condition() {
        List<Condition> parts = new ArrayList<>(List.of(conjunction()));
        while (takeIf("or")) {
            parts.add(conjunction());
        }
        return Condition.AtLeast.any(parts);
    }

    private Condition conjunction() {
        List<Condition> parts = new ArrayList<>(List.of(negation()));
        while (takeIf("and")) {
            parts.add(negation());
        }
        return Condition.AtLeast.all(parts);
    }

    private Condition negation() {
        if (takeIf("not")) {
            return new Condition.Not(negation());
        }
        if (takeIf("(")) {
            Condition inner = condition();
            require(")");
            return inner;
        }
        RuleToken token = take();
        if (token.kind() == RuleToken.Kind.WORD) {
            switch (token.text()) {
                case "any":
                    return Condition.AtLeast.any(conditions());
                case "all":
                    return Condition.AtLeast.all(conditions());
                case "count":
                    return count();
                case "option":
                    return option();
                case "unknown":
                    return new Condition.Unknown(variables());
                default:
                    break;
            }
        }
        if (token.kind() != RuleToken.Kind.WORD && token.kind() != RuleToken.Kind.QUOTED) {
            throw wrong(token, "a condition");
        }
        return question(token);
    }

    private List<Condition> conditions() {
        require("(");
        List<Condition> parts = new ArrayList<>(List.of(condition()));
        while (takeIf(",")) {
            parts.add(condition());
        }
        require(")");
        return parts;
    }

    private Condition count() {
        List<Condition> parts = conditions();
        require(">=");
        RuleToken number = take();
        boolean whole = number.kind() == RuleToken.Kind.NUMBER && number.text().matches("\\d{1,3}");
        if (!whole || Integer.parseInt(number.text()) < 1 || Integer.parseInt(number.text()) > parts.size()) {
            throw wrong(number, "a whole number from 1 to " + parts.size() + ", the length of the list");
        }
        return new Condition.AtLeast(Integer.parseInt(number.text()), parts);
    }

    private Condition option() {
        require("(");
        RuleToken name = take();
        RuleVariable option = names.option(name).orElseThrow(() -> wrong(name, "the name of an option"));
        require(")");
        return new Condition.Question(option, RuleVariable.PRESENT);
    }

    /** Names in parentheses. */
    private List<RuleVariable> variables() {
        require("(");
        List<RuleVariable> variables = variableList();
        require(")");
        return variables;
    }

    /** Names separated by commas. */
    List<RuleVariable> variableList() {
        List<RuleVariable> variables = new ArrayList<>();
        do {
            RuleToken name = take();
            variables.add(names.input(name).orElseThrow(() -> unknownName(name)));
        } while (takeIf(","));
        return variables;
    }

    private FormatException unknownName(RuleToken name) {
        return wrong(name, "an input of the catalog or a name that is defined above" + names.hint(name.text()));
    }

    private Condition question(RuleToken name) {
        if (peek().isComparison()) {
            return comparison(name);
        }
        if (names.definition(name).isPresent()) {
            return names.definition(name).get();
        }
        RuleVariable lesion = names.input(name).orElseThrow(() -> unknownName(name));
        if (!lesion.isLesion()) {
            throw wrong(peek(), "a comparison, for " + lesion + " is no lesion");
        }
        return new Condition.Question(lesion, RuleVariable.PRESENT);
    }

    private Condition comparison(RuleToken name) {
        RuleVariable variable = names.quantity(name).or(() -> names.input(name)).orElseThrow(() -> unknownName(name));
        RuleToken comparison = take();
        RuleToken value = take();
        if (variable.isNumber()) {
            if (value.kind() != RuleToken.Kind.NUMBER) {
                throw wrong(value, "a number");
            }
            BigDecimal threshold = new BigDecimal(value.text());
            long cells = variable.where(comparison.text(), threshold) & variable.all();
            if (cells == 0 || cells == variable.all()) {
                throw wrong(value, "a number that " + variable + " may be on both sides of");
            }
            return new Condition.Question(variable, cells);
        }
        if (!variable.isChoice()) {
            throw wrong(comparison, "no comparison, for " + variable + " is a lesion");
        }
        if (!comparison.is("=")) {
            throw wrong(comparison, "'=', for " + variable + " is a choice");
        }
        List<String> values = variable.requireInput().values();
        if (!values.contains(value.text())) {
            throw wrong(value, "one of " + String.join(", ", values));
        }
        return new Condition.Question(variable, variable.ofValue(value.text()));
    }

    /** Sums and differences. */
    Formula formula() {
        Formula left = product();
        while (peek().is("+") || peek().is("-")) {
            char operation = take().text().charAt(0);
            left = new Formula.Binary(operation, left, product());
        }
        return left;
    }

    private Formula product() {
        Formula left = power();
        while (peek().is("*") || peek().is("/")) {
            char operation = take().text().charAt(0);
            left = new Formula.Binary(operation, left, power());
        }
        return left;
    }

    private Formula power() {
        Formula base = primary();
        if (!takeIf("^")) {
            return base;
        }
        RuleToken exponent = take();
        if (exponent.kind() != RuleToken.Kind.NUMBER) {
            throw wrong(exponent, "a number");
        }
        return new Formula.Power(base, new BigDecimal(exponent.text()));
    }

    private Formula primary() {
        if (takeIf("(")) {
            Formula inner = formula();
            require(")");
            return inner;
        }
        RuleToken token = take();
        if (token.kind() == RuleToken.Kind.NUMBER) {
            return new Formula.Constant(new BigDecimal(token.text()));
        }
        if (token.is("exp")) {
            require("(");
            Formula inner = formula();
            require(")");
            return new Formula.Exponential(inner);
        }
        if (token.is(Formula.SUM) || token.is(Formula.TERMS)) {
            return new Formula.Named(token.text());
        }
        RuleVariable number = names.input(token)
                .filter(RuleVariable::isNumber)
                .orElseThrow(() -> wrong(token, "a number, an input that is one, sum, terms, exp or '('"));
        return new Formula.Named(number.name());
    }
}
