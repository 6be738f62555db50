package org.marrow.workflows.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.error.Location;
import org.marrow.core.error.UserException;
import org.marrow.core.risk.RiskResult;
import org.marrow.io.table.NearestName;
import org.marrow.io.table.TableFormat;
import org.marrow.io.table.TableHeader;
import org.marrow.io.table.TableLimits;
import org.marrow.io.table.TableRow;
import org.marrow.io.table.TableSink;
import org.marrow.io.table.TableSource;
import org.marrow.variants.risk.RiskSchemes;
import org.marrow.variants.risk.rules.RuleScheme;
import org.marrow.variants.risk.scheme.CatalogInput;
import org.marrow.variants.risk.scheme.InputCatalog;
import org.marrow.variants.risk.scheme.NamedValues;
import org.marrow.variants.risk.scheme.SchemeInput;
import org.marrow.variants.risk.scheme.SchemeOption;
import org.marrow.variants.risk.scheme.SchemeRules;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code marrow risk}. */
@Command(
        name = "risk",
        description = {
            "Assesses a table of patients, one row each, by one scheme, or one patient by every scheme.",
            "Empty cells and NA are unknown; a result says between which categories they leave it open."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true,
        subcommands = {RiskSampleCommand.class, RiskValidateCommand.class})
final class RiskCommand implements Callable<Integer> {
    static final String ID = "ID";

    /** Columns that begin so are the user's own. */
    private static final String NOTE = "note_";

    @Option(names = "--list", description = "names the schemes with their inputs, units and ranges")
    private boolean list;

    @Option(names = "--scheme", paramLabel = "NAME", description = "one of those that --list names")
    private @Nullable String scheme;

    @Option(
            names = "--input",
            paramLabel = "CSV",
            description = "one row a patient; a column ID and the columns that --list names")
    private @Nullable Path input;

    @Option(
            names = "--output",
            paramLabel = "CSV|JSON",
            description = "one row a patient; for one patient the results with their reasons as JSON")
    private @Nullable Path output;

    @Option(
            names = "--option",
            paramLabel = "NAME=on|off",
            description = "decides otherwise what the source of the scheme leaves open; --list names the options")
    private Map<String, String> options = Map.of();

    @Mixin
    private RiskPatientOptions patient = new RiskPatientOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = requireSpec().commandLine();
        if (list) {
            describe(line.getOut());
            return CommandLine.ExitCode.OK;
        }
        if (patient.isGiven()) {
            if (scheme != null || input != null) {
                throw new ParameterException(
                        line, "--patient is one patient by every scheme; --scheme and --input are of a table");
            }
            patient.run(output, line.getOut());
            return CommandLine.ExitCode.OK;
        }
        if (scheme == null || input == null || output == null) {
            throw new ParameterException(
                    line, "marrow risk needs --scheme, --input and --output, or --patient, or --list");
        }
        SchemeRules rules = RiskSchemes.byId(scheme).orElseThrow(() -> new ParameterException(line, unknownScheme()));
        rules = withOptions(rules, line);
        int patients = assess(rules, input, output, line.getErr());
        line.getOut()
                .println(patients + " patients by "
                        + rules.description().scheme().edition());
        return CommandLine.ExitCode.OK;
    }

    private SchemeRules withOptions(SchemeRules rules, CommandLine line) {
        SchemeRules chosen = rules;
        for (Map.Entry<String, String> option : options.entrySet()) {
            boolean on = option.getValue().equals("on");
            boolean known = chosen instanceof RuleScheme scheme
                    && scheme.options().stream().anyMatch(one -> one.name().equals(option.getKey()));
            if (!known || !(on || option.getValue().equals("off"))) {
                throw new ParameterException(
                        line,
                        "--option: expected an option that --list names for "
                                + rules.description().scheme().id() + ", with =on or =off, found " + option.getKey()
                                + "=" + option.getValue());
            }
            chosen = ((RuleScheme) chosen).withOption(option.getKey(), on);
        }
        return chosen;
    }

    private int assess(SchemeRules rules, Path from, Path to, PrintWriter err) {
        List<String> ids = new ArrayList<>();
        List<List<RiskResult>> results = new ArrayList<>();
        RiskTable table;
        try (TableSource source = TableSource.open(from, TableFormat.ofFile(from), TableLimits.BY_HAND)) {
            source.header().require(List.of(ID));
            table = RiskTable.of(rules, source.header());
            requireUsed(source.header(), table.rules(), err);
            Set<String> seen = new HashSet<>();
            source.forEach(row -> {
                String id = row.text(ID);
                if (!seen.add(id)) {
                    throw row.wrong(ID, "each patient once");
                }
                ids.add(id);
                results.add(table.rules().stream().map(one -> assess(one, row)).toList());
            });
        }
        inCohort(table.rules(), results);
        TableSink.writeForSpreadsheets(to, TableFormat.CSV, table.header(), sink -> {
            for (int i = 0; i < ids.size(); i++) {
                sink.row(table.row(ids.get(i), results.get(i)));
            }
        });
        return ids.size();
    }

    /** Rates the patients against each other, where a scheme does so. */
    private static void inCohort(List<SchemeRules> rules, List<List<RiskResult>> results) {
        List<List<RiskResult>> columns = new ArrayList<>();
        for (int scheme = 0; scheme < rules.size(); scheme++) {
            int one = scheme;
            columns.add(rules.get(one)
                    .inCohort(results.stream().map(row -> row.get(one)).toList()));
        }
        for (int i = 0; i < results.size(); i++) {
            int patient = i;
            results.set(i, columns.stream().map(column -> column.get(patient)).toList());
        }
    }

    static RiskResult assess(SchemeRules rules, TableRow row) {
        try {
            return rules.assess(
                    new NamedValues(name -> columnOf(row.header(), name).map(row::raw)));
        } catch (InvalidValueException e) {
            throw new FormatException(row.file(), row.at(e.name()), e.expected(), e.found(), e);
        } catch (FormatException e) {
            throw e;
        } catch (UserException e) {
            throw new UserException(e.code(), row.file() + ", line " + row.line() + ": " + e.getMessage(), e);
        }
    }

    /** The column of an input; {@code karyotype} and {@code KARYOTYPE} are the same to the people who write tables. */
    private static Optional<String> columnOf(TableHeader header, String name) {
        return header.has(name)
                ? Optional.of(name)
                : header.names().stream().filter(name::equalsIgnoreCase).findFirst();
    }

    /**
     * A column that nobody reads may be a slip of the pen, and then its values would be missing without a word: it is refused. An
     * input of other schemes is told of.
     */
    private static void requireUsed(TableHeader header, List<SchemeRules> rules, PrintWriter err) {
        SortedSet<String> known = new TreeSet<>();
        rules.forEach(one -> known.addAll(one.columns()));
        Set<String> used = new HashSet<>(Set.of(ID));
        known.forEach(name -> columnOf(header, name).ifPresent(used::add));
        List<String> unused = header.names().stream()
                .filter(column -> !used.contains(column) && !column.startsWith("#") && !column.startsWith(NOTE))
                .toList();
        SortedSet<String> others = unused.isEmpty() ? new TreeSet<>() : columnsOfAll();
        String scheme = rules.getFirst().description().scheme().id();
        for (String column : unused) {
            if (others.stream().noneMatch(column::equalsIgnoreCase)) {
                throw new FormatException(
                        header.file(),
                        Location.column(header.line(), column),
                        "an input that 'marrow risk --list' names, or a name that begins with '#' or '" + NOTE + "'",
                        "'" + column + "'"
                                + NearestName.of(column, known)
                                        .or(() -> NearestName.of(column, others))
                                        .map(near -> "; the nearest name is '" + near + "'")
                                        .orElse(""));
            }
            err.println("marrow: column " + column + " is an input of other schemes, not of " + scheme
                    + ", and is not used");
        }
        err.flush();
    }

    private static SortedSet<String> columnsOfAll() {
        SortedSet<String> columns = new TreeSet<>();
        for (CatalogInput input : InputCatalog.standard().all()) {
            columns.add(input.name());
            columns.addAll(InputCatalog.standard().spellingsOf(input.name()));
        }
        RiskSchemes.all().forEach(one -> columns.addAll(one.columns()));
        return columns;
    }

    private static void describe(PrintWriter out) {
        for (SchemeRules rules : RiskSchemes.all()) {
            out.println(rules.description().scheme().id() + ": "
                    + rules.description().scheme().edition());
            out.println("  published: " + rules.date());
            if (rules instanceof RuleScheme scheme) {
                for (SchemeOption option : scheme.options()) {
                    out.println(
                            "  option " + option.name() + "=" + (option.on() ? "on" : "off") + ": " + option.meaning());
                }
            }
            out.println("  source: " + rules.description().scheme().source());
            out.println("  categories: "
                    + String.join(", ", rules.description().scheme().categories()));
            for (SchemeInput one : rules.description().inputs()) {
                out.println("  " + one.name() + ": " + one.meaning()
                        + (one.unit().isEmpty() ? "" : " [" + one.unit() + "]") + "; " + one.allowed()
                        + (one.required() ? "; required" : ""));
            }
            out.println();
        }
    }

    private String unknownScheme() {
        return "--scheme: expected one of " + String.join(", ", RiskSchemes.ids()) + ", found " + scheme;
    }

    private CommandSpec requireSpec() {
        if (spec == null) {
            throw new UserException(ErrorCode.USAGE, "marrow risk is a command of marrow");
        }
        return spec;
    }
}
