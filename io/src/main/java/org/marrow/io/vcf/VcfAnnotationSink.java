package org.marrow.io.vcf;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.error.UserException;
import org.marrow.core.transcript.TranscriptEffect;
import org.marrow.core.variant.Variant;

/**
 * Copies a VCF or BCF file as VCF with the effects of its alleles in INFO {@code CSQ}. Everything else stays as it is, character by
 * character; symbolic alleles, breakends and {@code *} get no entry.
 */
public final class VcfAnnotationSink {
    private VcfAnnotationSink() {}

    /**
     * What was written.
     *
     * @param alleles that were annotated
     * @param skippedAlleles that are not sequences, such as {@code <DEL>}
     */
    public record Counts(long records, long alleles, long skippedAlleles) {}

    /**
     * Copies a file. A target that ends with {@code .gz} is BGZF with a tabix index beside it.
     *
     * @param meta plain header lines to add, such as {@code marrowTranscripts} to a file name
     * @param effects of one variant; an {@link InvalidValueException} from it is shown with the record's line
     * @throws org.marrow.core.error.FormatException when the input is invalid, or has CSQ already
     * @throws UserException with code USAGE when input and target are one file
     */
    public static Counts annotate(
            Path input, Path target, Map<String, String> meta, Function<Variant, List<TranscriptEffect>> effects) {
        if (input.toAbsolutePath().normalize().equals(target.toAbsolutePath().normalize())) {
            throw new UserException(ErrorCode.USAGE, target + ": expected another file than the input, found the same");
        }
        Copy copy = new Copy(effects);
        VcfOutput.save(target, out -> {
            try (VcfReader reader = VcfReader.open(input)) {
                copy.write(input, reader, meta, out);
            }
        });
        return new Counts(copy.records, copy.alleles, copy.skipped);
    }

    /** One pass. */
    private static final class Copy {
        private static final int INFO_COLUMN = 7;

        private final Function<Variant, List<TranscriptEffect>> effects;
        private long records;
        private long alleles;
        private long skipped;

        Copy(Function<Variant, List<TranscriptEffect>> effects) {
            this.effects = effects;
        }

        void write(Path input, VcfReader reader, Map<String, String> meta, Writer out) throws IOException {
            if (reader.header().info().containsKey(CsqText.KEY)) {
                throw VcfLine.ofText(input, 1)
                        .wrong(
                                "a file without annotation (bcftools annotate -x INFO/CSQ takes it off)",
                                "CSQ in its header");
            }
            List<String> lines = reader.headerLines();
            for (String line : lines.subList(0, lines.size() - 1)) {
                out.write(line + "\n");
            }
            for (Map.Entry<String, String> line : new TreeMap<>(meta).entrySet()) {
                out.write("##" + line.getKey() + "=" + line.getValue() + "\n");
            }
            out.write(CsqText.headerLine() + "\n");
            out.write(lines.get(lines.size() - 1) + "\n");
            for (VcfRecord record = reader.next(); record != null; record = reader.next()) {
                if (record.info().containsKey(CsqText.KEY)) {
                    throw record.place().wrong("INFO", "a record without " + CsqText.KEY, CsqText.KEY);
                }
                out.write(annotated(reader.line(), csq(record)) + "\n");
                records++;
            }
        }

        private String csq(VcfRecord record) {
            List<String> entries = new ArrayList<>();
            for (int alt = 0; alt < record.alts().size(); alt++) {
                try {
                    if (record.position() == 0) {
                        skipped++;
                        continue;
                    }
                    Variant variant = new Variant(
                            record.contig(),
                            record.position(),
                            record.ref(),
                            record.alts().get(alt));
                    if (variant.isSymbolic()) {
                        skipped++;
                    } else {
                        entries.add(CsqText.entries(record, alt, effects.apply(variant)));
                        alleles++;
                    }
                } catch (InvalidValueException refused) {
                    throw record.place().wrong(refused.name(), refused.expected(), refused.found());
                }
            }
            return String.join(",", entries);
        }

        private static String annotated(String line, String csq) {
            if (csq.isEmpty()) {
                return line;
            }
            int from = 0;
            for (int column = 0; column < INFO_COLUMN; column++) {
                from = line.indexOf('\t', from) + 1;
            }
            int end = line.indexOf('\t', from);
            end = end < 0 ? line.length() : end;
            String info = line.substring(from, end);
            String field = CsqText.KEY + "=" + csq;
            String more = info.equals(".") ? field : info + (info.endsWith(";") ? "" : ";") + field;
            return line.substring(0, from) + more + line.substring(end);
        }
    }
}
