package org.marrow.workflows.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.Location;
import org.marrow.core.risk.CategoryRange;
import org.marrow.core.risk.RiskResult;
import org.marrow.core.survival.CohortMember;
import org.marrow.core.survival.Observation;
import org.marrow.io.table.NearestName;
import org.marrow.io.table.TableFormat;
import org.marrow.io.table.TableHeader;
import org.marrow.io.table.TableLimits;
import org.marrow.io.table.TableRow;
import org.marrow.io.table.TableSource;
import org.marrow.variants.risk.scheme.SchemeRules;
import org.marrow.workflows.report.RiskValidation.LeftOut;
import org.marrow.workflows.report.RiskValidation.Reason;

/**
 * A cohort as {@code marrow risk validate} reads it: one row a patient with the time of follow-up, whether it ended with death, and
 * the category or what a scheme computes it from. No patient is passed over in silence.
 *
 * @param members by ID
 * @param leftOut by ID
 * @param computed whether the scheme computed the categories
 * @param missingInputs of the scheme, with the number of members that lack them
 */
record CohortTable(
        List<CohortMember> members, List<LeftOut> leftOut, boolean computed, Map<String, Integer> missingInputs) {
    /** What {@code marrow risk} puts between the two ends of a range. */
    private static final String RANGE = " to ";

    private static final String INTERVAL_COLUMN = "interval";

    /** Longer than anybody lives; a time beyond it has another unit. */
    private static final double MOST_YEARS = 120;

    private static final String STATUS_EXPECTED = "1 or dead, 0 or alive, or NA";
    private static final Map<String, Boolean> STATUSES = Map.of(
            "1", true,
            "0", false,
            "dead", true,
            "alive", false,
            "deceased", true,
            "living", false,
            // As cBioPortal writes overall survival.
            "1:deceased", true,
            "0:living", false);

    private static final Set<String> NOT_FINITE = Set.of("inf", "-inf", "+inf", "infinity", "-infinity", "nan");

    /** Reads and checks the whole table before anything is computed. */
    static CohortTable read(Path file, CohortColumns columns) {
        try (TableSource source = TableSource.open(file, TableFormat.ofFile(file), TableLimits.BY_HAND)) {
            Reader reader = new Reader(source.header(), columns);
            source.forEach(reader::add);
            return reader.table(file);
        }
    }

    /** Fills the table row by row. */
    private static final class Reader {
        private final CohortColumns columns;
        private final Optional<SchemeRules> computing;
        private final List<CohortMember> members = new ArrayList<>();
        private final List<LeftOut> leftOut = new ArrayList<>();
        private final Map<String, Integer> missingInputs = new TreeMap<>();
        private final Set<String> seen = new HashSet<>();

        private Reader(TableHeader header, CohortColumns columns) {
            this.columns = columns;
            require(header, columns.id(), "--id-column");
            require(header, columns.time(), "--time-column");
            require(header, columns.status(), "--status-column");
            boolean computes = !columns.categoryStated()
                    && !header.has(columns.category())
                    && columns.scheme().isPresent();
            if (!computes) {
                require(header, columns.category(), "--category-column, or by --scheme how to compute it");
            }
            this.computing = computes ? columns.scheme() : Optional.empty();
        }

        private static void require(TableHeader header, String column, String option) {
            if (!header.has(column)) {
                throw new FormatException(
                        header.file(),
                        Location.line(header.line()),
                        "a column " + column + ", or another one named by " + option,
                        "the columns " + String.join(", ", header.names()) + NearestName.hint(column, header.names()));
            }
        }

        private void add(TableRow row) {
            if (row.isBlank()) {
                return;
            }
            String id = row.text(columns.id());
            if (!seen.add(id)) {
                throw row.wrong(columns.id(), "each patient once");
            }
            Optional<RiskResult> result = computing.map(rules -> RiskCommand.assess(rules, row));
            Optional<String> category = result.isPresent() ? result.get().category() : stated(row);
            Optional<String> range = result.isPresent()
                    ? result.get().range().map(CohortTable::describe)
                    : category.isPresent() ? Optional.empty() : statedRange(row);
            Optional<Boolean> status = status(row);
            Optional<Reason> unknown = unknownTime(row);
            if (unknown.isPresent()) {
                leftOut.add(new LeftOut(id, unknown.get()));
                return;
            }
            double time =
                    row.number(columns.time(), 0, MOST_YEARS * columns.unit().perYear());
            if (status.isEmpty()) {
                leftOut.add(new LeftOut(id, Reason.STATUS_UNKNOWN));
                return;
            }
            result.ifPresent(one -> one.missing().forEach(input -> missingInputs.merge(input, 1, Integer::sum)));
            members.add(new CohortMember(
                    id,
                    new Observation(time, status.get()),
                    category,
                    category.isPresent() ? Optional.empty() : range));
        }

        private Optional<Reason> unknownTime(TableRow row) {
            if (!row.isKnown(columns.time())) {
                return Optional.of(Reason.TIME_UNKNOWN);
            }
            boolean finite = !NOT_FINITE.contains(row.raw(columns.time()).toLowerCase(Locale.ROOT));
            return finite ? Optional.empty() : Optional.of(Reason.TIME_NOT_FINITE);
        }

        private Optional<Boolean> status(TableRow row) {
            if (!row.isKnown(columns.status())) {
                return Optional.empty();
            }
            Boolean dead = STATUSES.get(row.raw(columns.status()).toLowerCase(Locale.ROOT));
            if (dead == null) {
                throw row.wrong(columns.status(), STATUS_EXPECTED);
            }
            return Optional.of(dead);
        }

        /** The category in the table; empty where it is not established, which a range in its place also says. */
        private Optional<String> stated(TableRow row) {
            Optional<String> cell = row.optionalText(columns.category())
                    .filter(text -> !text.equalsIgnoreCase(RiskTable.NOT_ESTABLISHED));
            if (cell.isEmpty() || isRange(cell.get())) {
                return Optional.empty();
            }
            if (!columns.order().isEmpty() && !columns.order().contains(cell.get())) {
                throw row.wrong(
                        columns.category(),
                        "one of " + String.join(", ", columns.order()) + ", a range such as "
                                + columns.order().getFirst() + RANGE
                                + columns.order().getLast() + ", or "
                                + RiskTable.NOT_ESTABLISHED);
            }
            return cell;
        }

        private Optional<String> statedRange(TableRow row) {
            return row.optionalText(columns.category())
                    .filter(this::isRange)
                    .or(() -> row.optionalText(INTERVAL_COLUMN).filter(this::isRange));
        }

        /** Ranges are known by an order alone: a name may well contain the word. */
        private boolean isRange(String text) {
            int place = text.indexOf(RANGE);
            if (place < 0) {
                return false;
            }
            int best = columns.order().indexOf(text.substring(0, place));
            int worst = columns.order().indexOf(text.substring(place + RANGE.length()));
            return best >= 0 && worst > best;
        }

        private CohortTable table(Path file) {
            if (members.isEmpty()) {
                throw new FormatException(
                        file,
                        Location.whole(),
                        "at least one patient with a time and a status",
                        leftOut.isEmpty() ? "no rows" : "none; " + leftOut.size() + " lack one or the other");
            }
            members.sort(Comparator.comparing(CohortMember::id));
            leftOut.sort(Comparator.comparing(LeftOut::id));
            return new CohortTable(List.copyOf(members), List.copyOf(leftOut), computing.isPresent(), missingInputs);
        }
    }

    private static String describe(CategoryRange range) {
        return range.best() + RANGE + range.worst();
    }
}
