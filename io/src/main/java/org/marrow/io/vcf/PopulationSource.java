package org.marrow.io.vcf;

import htsjdk.samtools.SAMException;
import htsjdk.tribble.TribbleException;
import htsjdk.tribble.readers.TabixReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.error.Location;
import org.marrow.core.error.UserException;
import org.marrow.core.port.ReferenceSource;
import org.marrow.core.variant.Assembly;
import org.marrow.core.variant.ContigNames;
import org.marrow.core.variant.PopulationFrequency;
import org.marrow.core.variant.TrimmedVariant;
import org.marrow.core.variant.Variant;
import org.marrow.io.guard.BgzfGuard;

/**
 * Allele frequencies of a population from a VCF such as gnomAD's: the highest of the INFO fields that say one. A file with a
 * tabix index beside it is read only around the variants in question; any other is read once from beginning to end.
 *
 * <p>Alleles are compared {@link TrimmedVariant trimmed}, so a record of several ALTs matches each; with a reference at hand they
 * are also moved to the left, so a right-shifted insertion matches too.
 */
public final class PopulationSource {
    /** Fields of gnomAD 2 to 4, ExAC and the 1000 Genomes, and of lists cut out of them. All are fractions. */
    static final List<String> FIELDS = List.of(
            "AF",
            "AF_popmax",
            "AF_grpmax",
            "AF_POPMAX",
            "popmax",
            "grpmax",
            "FAF95",
            "faf95",
            "faf95_popmax",
            "fafmax_faf95_max");

    private static final String INDEX_EXTENSION = ".tbi";

    /** How far from a variant a record of the same change may stand that was not moved to the left, in bases. */
    private static final int WINDOW = 200;

    /** Bases over which an insertion or deletion is moved to the left, at most; repeats in genes are shorter. */
    private static final int LONGEST_SHIFT = 1000;

    private final Path file;
    private final VcfHeader header;
    private final Assembly assembly;

    private PopulationSource(Path file, VcfHeader header, Assembly assembly) {
        this.file = file;
        this.header = header;
        this.assembly = assembly;
    }

    /**
     * Reads the header.
     *
     * @throws FormatException when it declares none of the fields
     */
    public static PopulationSource open(Path file) {
        try (VcfReader reader = VcfReader.open(file)) {
            VcfHeader header = reader.header();
            boolean anyField = FIELDS.stream()
                    .anyMatch(field -> header.info().containsKey(field)
                            && header.info().get(field).type() == FieldType.FLOAT);
            if (!anyField) {
                throw new FormatException(
                        file,
                        Location.whole(),
                        "an ##INFO line of Type=Float for one of " + String.join(", ", FIELDS),
                        "none");
            }
            return new PopulationSource(file, header, VcfAssembly.of(file, header));
        }
    }

    /** The assembly by contig lengths and names. */
    public Assembly assembly() {
        return assembly;
    }

    /**
     * Refuses a population of another assembly than the variants'.
     *
     * @throws UserException with code MISMATCH, which names both
     */
    public void requireAssembly(Assembly ofVariants) {
        if (assembly == ofVariants) {
            return;
        }
        String found = assembly == Assembly.UNKNOWN
                ? "a header without contig lengths or reference, which may be of another"
                : String.valueOf(assembly);
        throw new UserException(
                ErrorCode.MISMATCH,
                file + ": expected a population on " + ofVariants + ", as the variants are, found " + found
                        + "; assemblies are never mixed");
    }

    /**
     * Looks variants up; those that the file does not have are not in the answer, which does not mean that nobody carries them.
     *
     * @param reference for moving insertions and deletions to the left; without it they have to stand where the file has them
     * @throws FormatException for a frequency outside of 0 to 1, and whatever else is wrong in the records that are read
     */
    public Map<Variant, PopulationFrequency> frequencies(
            Collection<Variant> variants, Optional<ReferenceSource> reference) {
        UnaryOperator<TrimmedVariant> align =
                reference.isPresent() ? variant -> leftAligned(variant, reference.get()) : UnaryOperator.identity();
        Map<TrimmedVariant, Optional<PopulationFrequency>> wanted = new HashMap<>();
        for (Variant variant : variants) {
            if (!variant.isSymbolic()) {
                wanted.put(align.apply(TrimmedVariant.of(variant)), Optional.empty());
            }
        }
        Path index = file.resolveSibling(file.getFileName() + INDEX_EXTENSION);
        if (isUsable(index)) {
            readAround(index, wanted, align);
        } else {
            readAll(wanted, align);
        }
        Map<Variant, PopulationFrequency> found = new HashMap<>();
        for (Variant variant : variants) {
            if (!variant.isSymbolic()) {
                wanted.getOrDefault(align.apply(TrimmedVariant.of(variant)), Optional.empty())
                        .ifPresent(frequency -> found.put(variant, frequency));
            }
        }
        return Map.copyOf(found);
    }

    /** What lies on a contig that the reference lacks stays where it is. */
    private static TrimmedVariant leftAligned(TrimmedVariant variant, ReferenceSource reference) {
        Optional<String> contig = ContigNames.aliases(variant.contig()).stream()
                .filter(reference::contains)
                .findFirst();
        int last = variant.position() - 1;
        if (contig.isEmpty() || !variant.isInsertionOrDeletion() || last < 1 || last > reference.length(contig.get())) {
            return variant;
        }
        return variant.leftAligned(reference.bases(contig.get(), Math.max(1, last - LONGEST_SHIFT + 1), last));
    }

    /** An index older than its file may belong to another file of that name; reading all is slow and right. */
    private boolean isUsable(Path index) {
        try {
            return Files.isReadable(index)
                    && BgzfGuard.looksLikeBgzf(file)
                    && Files.getLastModifiedTime(index).compareTo(Files.getLastModifiedTime(file)) >= 0;
        } catch (IOException failure) {
            return false;
        }
    }

    private void readAll(
            Map<TrimmedVariant, Optional<PopulationFrequency>> wanted, UnaryOperator<TrimmedVariant> align) {
        try (VcfReader reader = VcfReader.open(file)) {
            for (VcfRecord record = reader.next(); record != null; record = reader.next()) {
                take(record, wanted, align);
            }
        }
    }

    private void readAround(
            Path index,
            Map<TrimmedVariant, Optional<PopulationFrequency>> wanted,
            UnaryOperator<TrimmedVariant> align) {
        VcfRecordParser parser = new VcfRecordParser(header);
        Set<String> seen = new TreeSet<>();
        try (TabixReader reader = new TabixReader(file.toString(), index.toString())) {
            Set<String> contigs = reader.getChromosomes();
            long records = 0;
            for (TrimmedVariant variant : List.copyOf(wanted.keySet())) {
                Optional<String> contig = ContigNames.aliases(variant.contig()).stream()
                        .filter(contigs::contains)
                        .findFirst();
                if (contig.isEmpty()) {
                    continue;
                }
                int from = Math.max(0, variant.position() - 1 - WINDOW);
                int to = variant.position() + variant.ref().length() + WINDOW;
                TabixReader.Iterator lines = reader.query(contig.get(), from, to);
                for (@Nullable String line = lines.next(); line != null; line = lines.next()) {
                    if (seen.add(line)) {
                        records++;
                        take(parser.parse(VcfLine.ofBcfRecord(file, records), line), wanted, align);
                    }
                }
            }
        } catch (IOException | TribbleException | SAMException failure) {
            throw new FormatException(
                    file,
                    Location.whole(),
                    "a file that its index " + index.getFileName() + " fits",
                    "one that cannot be read by it",
                    failure);
        }
    }

    private void take(
            VcfRecord record,
            Map<TrimmedVariant, Optional<PopulationFrequency>> wanted,
            UnaryOperator<TrimmedVariant> align) {
        for (int alt = 0; alt < record.alts().size(); alt++) {
            String bases = record.alts().get(alt);
            if (!bases.matches("[ACGTN]+") || record.position() == 0) {
                continue;
            }
            TrimmedVariant here = align.apply(
                    TrimmedVariant.of(new Variant(record.contig(), record.position(), record.ref(), bases)));
            if (wanted.containsKey(here)) {
                Optional<PopulationFrequency> found = highest(record, alt);
                // A file may have one change in two records, such as of exomes and genomes; the higher counts.
                wanted.merge(here, found, PopulationSource::higher);
            }
        }
    }

    private static Optional<PopulationFrequency> higher(
            Optional<PopulationFrequency> one, Optional<PopulationFrequency> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        return other.get().frequency() > one.get().frequency() ? other : one;
    }

    private Optional<PopulationFrequency> highest(VcfRecord record, int alt) {
        Optional<PopulationFrequency> highest = Optional.empty();
        for (String field : FIELDS) {
            String text = record.info().get(field);
            FieldDefinition declared = header.info().get(field);
            // gnomAD 3 names a group, not a frequency, in the field grpmax.
            if (text == null || declared == null || declared.type() != FieldType.FLOAT) {
                continue;
            }
            String[] values = text.split(",", -1);
            if (values.length != record.alts().size()) {
                throw record.place().wrong("INFO", field + " with one value for each ALT", field + "=" + text);
            }
            if (!values[alt].equals(".") && !values[alt].isEmpty()) {
                highest = higher(highest, Optional.of(frequency(record, field, values[alt])));
            }
        }
        return highest;
    }

    private static PopulationFrequency frequency(VcfRecord record, String field, String value) {
        try {
            // FieldValues also lets inf and nan through, which the record refuses.
            return new PopulationFrequency(
                    field, Double.parseDouble(value.replaceFirst("(?i)^[-+]?(nan|inf.*)$", "NaN")));
        } catch (InvalidValueException refused) {
            throw record.place().wrong("INFO", field + " as " + refused.expected(), field + "=" + value);
        }
    }
}
