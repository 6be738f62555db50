package org.marrow.io.airr;

import static org.marrow.io.airr.AirrColumns.DUPLICATE_COUNT;
import static org.marrow.io.airr.AirrColumns.D_CALL;
import static org.marrow.io.airr.AirrColumns.JUNCTION;
import static org.marrow.io.airr.AirrColumns.JUNCTION_AA;
import static org.marrow.io.airr.AirrColumns.JUNCTION_LENGTH;
import static org.marrow.io.airr.AirrColumns.J_CALL;
import static org.marrow.io.airr.AirrColumns.LOCUS;
import static org.marrow.io.airr.AirrColumns.PRODUCTIVE;
import static org.marrow.io.airr.AirrColumns.REQUIRED;
import static org.marrow.io.airr.AirrColumns.REV_COMP;
import static org.marrow.io.airr.AirrColumns.SEQUENCE_ID;
import static org.marrow.io.airr.AirrColumns.V_CALL;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.marrow.core.mrd.Clonotype;
import org.marrow.io.table.FoundText;
import org.marrow.io.table.TableColumns;
import org.marrow.io.table.TableFormat;
import org.marrow.io.table.TableHeader;
import org.marrow.io.table.TableLimits;
import org.marrow.io.table.TableProblems;
import org.marrow.io.table.TableRow;

/**
 * Reads an AIRR-C rearrangement table (TSV, plain or gzip). All columns that the schema requires must be there; columns that
 * are not known here do not count. The locus is the column {@code locus} where it has a value, else what the gene names begin
 * with.
 */
public final class AirrSource {
    /** IUPAC letters, and the gaps of an alignment. */
    private static final Pattern NUCLEOTIDES = Pattern.compile("[ACGTURYSWKMBDHVNacgturyswkmbdhvn.-]+");

    /** IUPAC letters, stops, and what tools write for a broken codon. */
    private static final Pattern AMINO_ACIDS = Pattern.compile("[A-Za-z*_#~?.-]+");

    private static final Pattern GENE_OF_LOCUS = Pattern.compile("(IG[HKL]|TR[ABGD])[VDJC0-9].*");
    private static final Pattern LOCI = Pattern.compile("IG[HKL]|TR[ABGD]");
    private static final long MAX_COUNT = 1_000_000_000_000L;

    /** T and F as the schema says; the words are what the AIRR library also reads. */
    private static final Map<String, Boolean> TRUTH = truth();

    private final TableProblems problems;
    private final List<Clonotype> clonotypes = new ArrayList<>();
    private final Map<String, Long> lines = new HashMap<>();

    private AirrSource(Path file) {
        this.problems = new TableProblems(file);
    }

    /**
     * Reads a table.
     *
     * @return the clonotypes in the file's order
     * @throws org.marrow.io.table.TableProblemsException with every mistake, each with line and column
     */
    public static List<Clonotype> read(Path file) {
        AirrSource source = new AirrSource(file);
        source.problems.read(TableFormat.TSV, TableLimits.BY_PROGRAM, source::accepts, source::readRow);
        source.problems.throwIfAny();
        return List.copyOf(source.clonotypes);
    }

    private boolean accepts(TableHeader header) {
        TableColumns.require(header, REQUIRED, problems);
        // The rows are looked at all the same, so that their mistakes are named too.
        return header.has(SEQUENCE_ID);
    }

    private void readRow(TableRow row) {
        Optional<String> id = problems.attempt(() -> row.text(SEQUENCE_ID));
        id.ifPresent(name -> requireNew(row, name));
        problems.attempt(() -> row.optionalChoice(REV_COMP, TRUTH));
        Optional<Boolean> productive =
                row.header().has(PRODUCTIVE) ? problems.attempt(() -> row.choice(PRODUCTIVE, TRUTH)) : Optional.empty();
        Optional<String> locus = locus(row);
        Optional<String> junction = letters(row, JUNCTION, NUCLEOTIDES, "nucleotides");
        Optional<String> junctionAa = letters(row, JUNCTION_AA, AMINO_ACIDS, "amino acids");
        requireLength(row, junction);
        Optional<OptionalLong> count = problems.attempt(() -> row.optionalInteger(DUPLICATE_COUNT, 1, MAX_COUNT));
        if (id.isPresent() && productive.isPresent() && locus.isPresent() && count.isPresent()) {
            clonotypes.add(new Clonotype(
                    id.get(),
                    locus.get(),
                    row.optionalText(V_CALL),
                    row.optionalText(D_CALL),
                    row.optionalText(J_CALL),
                    junction,
                    junctionAa,
                    productive.get(),
                    count.get()));
        }
    }

    private void requireNew(TableRow row, String id) {
        Long earlier = lines.putIfAbsent(id, row.line());
        if (earlier != null) {
            problems.add(row, SEQUENCE_ID, "an id of its own, as line " + earlier + " has this one already");
        }
    }

    private Optional<String> locus(TableRow row) {
        if (row.isKnown(LOCUS)) {
            if (LOCI.matcher(row.raw(LOCUS)).matches()) {
                return row.optionalText(LOCUS);
            }
            problems.add(row, LOCUS, "one of IGH, IGK, IGL, TRA, TRB, TRG, TRD");
            return Optional.empty();
        }
        for (String column : List.of(V_CALL, J_CALL, D_CALL)) {
            SortedSet<String> loci = lociOf(row.raw(column));
            if (loci.size() == 1) {
                return Optional.of(loci.getFirst());
            }
            if (loci.size() > 1) {
                problems.add(row, column, "genes of one locus, or a column " + LOCUS);
                return Optional.empty();
            }
        }
        problems.add(row, V_CALL, "a gene such as IGHV3-23*01, or a column " + LOCUS);
        return Optional.empty();
    }

    private static SortedSet<String> lociOf(String calls) {
        SortedSet<String> loci = new TreeSet<>();
        for (String call : calls.split(",", -1)) {
            Matcher matcher = GENE_OF_LOCUS.matcher(call.strip());
            if (matcher.matches()) {
                loci.add(String.valueOf(matcher.group(1)));
            }
        }
        return loci;
    }

    private Optional<String> letters(TableRow row, String column, Pattern allowed, String what) {
        Optional<String> letters = row.optionalText(column);
        if (letters.isPresent() && !allowed.matcher(letters.get()).matches()) {
            problems.add(row, column, what + " in IUPAC letters");
            return Optional.empty();
        }
        return letters;
    }

    private void requireLength(TableRow row, Optional<String> junction) {
        problems.attempt(() -> row.optionalInteger(JUNCTION_LENGTH, 0, Integer.MAX_VALUE))
                .ifPresent(length -> {
                    if (length.isPresent()
                            && junction.isPresent()
                            && length.getAsLong() != junction.get().length()) {
                        problems.add(
                                row.line(),
                                JUNCTION_LENGTH,
                                FoundText.quote(row.raw(JUNCTION_LENGTH)),
                                junction.get().length() + ", the length of the junction");
                    }
                });
    }

    private static Map<String, Boolean> truth() {
        Map<String, Boolean> words = new LinkedHashMap<>();
        words.put("T", true);
        words.put("F", false);
        for (String word : List.of("true", "True", "TRUE")) {
            words.put(word, true);
        }
        for (String word : List.of("false", "False", "FALSE")) {
            words.put(word, false);
        }
        return Collections.unmodifiableMap(words);
    }
}
