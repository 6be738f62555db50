package org.marrow.variants.risk.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.marrow.variants.risk.scheme.CatalogInput;
import org.marrow.variants.risk.scheme.InputCatalog;

/** The names of one rule file: inputs of the catalog, what the file calls them, and what it defines itself. */
final class RuleVocabulary {
    private final InputCatalog catalog;

    /** Name in the file by name in the catalog, and the other way round. */
    private final Map<String, String> shown = new LinkedHashMap<>();

    private final Map<String, String> catalogName = new LinkedHashMap<>();
    private final Set<String> optionNames = new LinkedHashSet<>();
    private final Map<String, SortedSet<BigDecimal>> thresholds = new LinkedHashMap<>();
    private final Set<String> read = new LinkedHashSet<>();
    private final List<RuleVariable> variables = new ArrayList<>();
    private final Map<String, Condition> definitions = new LinkedHashMap<>();
    private final Map<String, RuleVariable> quantities = new LinkedHashMap<>();
    private final Set<String> used = new LinkedHashSet<>();
    private final Map<String, RuleVariable> byName = new LinkedHashMap<>();

    RuleVocabulary(InputCatalog catalog) {
        this.catalog = catalog;
    }

    void alias(String inFile, String inCatalog) {
        catalogName.put(inFile, inCatalog);
        shown.put(inCatalog, inFile);
    }

    boolean isAlias(String name) {
        return catalogName.containsKey(name);
    }

    void option(String name) {
        optionNames.add(name);
    }

    Optional<CatalogInput> inCatalog(String name) {
        return catalog.find(catalogName.getOrDefault(name, name));
    }

    /** Whether a name is taken by the catalog, an option or a definition. */
    boolean isTaken(String name) {
        return catalog.find(name).isPresent()
                || catalogName.containsKey(name)
                || optionNames.contains(name)
                || definitions.containsKey(name)
                || quantities.containsKey(name)
                || Condition.KEY_WORDS.contains(name);
    }

    /** Notes the inputs of an expression and what it compares them with, before any of it is read. */
    void scan(Collection<RuleToken> tokens) {
        List<RuleToken> list = List.copyOf(tokens);
        for (int i = 0; i < list.size(); i++) {
            RuleToken token = list.get(i);
            if (token.kind() != RuleToken.Kind.WORD && token.kind() != RuleToken.Kind.QUOTED) {
                continue;
            }
            boolean value = i > 0 && list.get(i - 1).isComparison();
            Optional<CatalogInput> input = value ? Optional.empty() : inCatalog(token.text());
            String name = input.map(CatalogInput::name).orElse(token.text());
            input.ifPresent(one -> read.add(one.name()));
            boolean compared = i + 2 < list.size()
                    && list.get(i + 1).isComparison()
                    && list.get(i + 2).kind() == RuleToken.Kind.NUMBER;
            if (compared) {
                thresholds
                        .computeIfAbsent(name, one -> new TreeSet<>())
                        .add(new BigDecimal(list.get(i + 2).text()));
            }
        }
    }

    /** Makes the variables; quantities come later, when their formulas can be read. */
    void makeInputs() {
        Set<String> all = new LinkedHashSet<>(read);
        boolean grown = true;
        while (grown) {
            Set<String> more = new LinkedHashSet<>(all);
            for (CatalogInput input : catalog.all()) {
                Set<String> others = new LinkedHashSet<>(input.anyOf());
                input.of().ifPresent(others::add);
                if (all.contains(input.name())) {
                    more.addAll(others);
                } else if (others.stream().anyMatch(all::contains)) {
                    more.add(input.name());
                }
            }
            grown = all.addAll(more);
        }
        for (String name : all) {
            CatalogInput input = catalog.find(name).orElseThrow();
            if (input.kind() == CatalogInput.Kind.NUMBER && input.of().isPresent()) {
                thresholds.computeIfAbsent(name, one -> new TreeSet<>()).add(BigDecimal.ZERO);
            }
            add(RuleVariable.ofInput(
                    variables.size(),
                    input,
                    shown.getOrDefault(name, name),
                    thresholds.getOrDefault(name, new TreeSet<>())));
        }
        for (String name : optionNames) {
            add(RuleVariable.ofOption(variables.size(), name));
        }
    }

    private RuleVariable add(RuleVariable variable) {
        variables.add(variable);
        byName.put(variable.name(), variable);
        return variable;
    }

    /** How many numbers a variable is compared with. */
    int thresholdsOf(String name) {
        return thresholds.getOrDefault(name, new TreeSet<>()).size();
    }

    Set<String> thresholdNames() {
        return thresholds.keySet();
    }

    void define(String name, Condition condition) {
        definitions.put(name, condition);
    }

    void defineQuantity(String name, Formula formula) {
        quantities.put(
                name,
                add(RuleVariable.ofQuantity(
                        variables.size(), name, formula, thresholds.getOrDefault(name, new TreeSet<>()))));
    }

    /** Every variable, whose number no longer grows. */
    RuleVariables variables() {
        return new RuleVariables(variables);
    }

    /** The inputs that the file reads, in the order in which it names them first. */
    List<RuleVariable> inputs() {
        return read.stream().map(this::variable).toList();
    }

    /** The variable of an input or an option. */
    RuleVariable variable(String name) {
        return Optional.ofNullable(byName.get(name)).orElseThrow();
    }

    Optional<RuleVariable> input(RuleToken token) {
        used.add(token.text());
        return inCatalog(token.text()).map(CatalogInput::name).map(byName::get);
    }

    Optional<RuleVariable> option(RuleToken token) {
        used.add(token.text());
        return optionNames.contains(token.text()) ? Optional.of(variable(token.text())) : Optional.empty();
    }

    Optional<Condition> definition(RuleToken token) {
        used.add(token.text());
        return Optional.ofNullable(definitions.get(token.text()));
    }

    Optional<RuleVariable> quantity(RuleToken token) {
        used.add(token.text());
        return Optional.ofNullable(quantities.get(token.text()));
    }

    boolean isUsed(String name) {
        return used.contains(name);
    }

    /** The nearest name, for a message. */
    String hint(String name) {
        return catalog.all().stream()
                .map(CatalogInput::name)
                .filter(known -> known.equalsIgnoreCase(name.replace('-', '_')))
                .findFirst()
                .map(known -> ", perhaps " + known)
                .orElse("");
    }
}
