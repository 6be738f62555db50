package org.marrow.io.vcf;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.port.ReadSource.ContigLength;
import org.marrow.core.variant.Assembly;
import org.marrow.core.variant.Variant;

/**
 * Writes records of one sample as VCF 4.3, with fields that the header defines: for callers, whose records say more than a variant
 * and its reads. The same records give the same bytes.
 */
public final class VcfRecordSink {
    private VcfRecordSink() {}

    /**
     * What the header says.
     *
     * @param meta plain header lines, such as {@code source} to {@code Marrow 0.1.0}
     * @param contigs in the order of the records
     * @param sample name of the sample, in one line
     */
    public record Header(
            Assembly assembly,
            Map<String, String> meta,
            List<ContigLength> contigs,
            List<Filter> filters,
            List<Field> info,
            List<Field> format,
            String sample) {
        public Header {
            meta = Map.copyOf(meta);
            contigs = List.copyOf(contigs);
            filters = List.copyOf(filters);
            info = List.copyOf(info);
            format = List.copyOf(format);
            meta.forEach((key, value) -> InvalidValueException.check(
                    key.matches("[A-Za-z][A-Za-z0-9_.]*") && value.matches("[^\\p{Cntrl}<]*[^\\p{Cntrl}<\\s]"),
                    "meta",
                    key + "=" + value,
                    "a key of letters and digits, and a text in one line"));
            InvalidValueException.check(
                    sample.matches("[^\\p{Cntrl}]*\\S[^\\p{Cntrl}]*"), "sample", sample, "a name in one line");
        }
    }

    /** A filter; the description without double quotes. */
    public record Filter(String id, String description) {}

    /**
     * A field of INFO or FORMAT.
     *
     * @param number as VCF has it, such as {@code 1}, {@code A} or {@code R}
     * @param type Integer, Float, Flag or String
     */
    public record Field(String id, String number, String type, String description) {}

    /**
     * One record.
     *
     * @param quality Phred, 0 or more
     * @param filters empty when it passed
     * @param info values by field; a field without a value is left out
     * @param values of the sample, one for each field of the header's FORMAT, {@code .} where there is none
     */
    public record Entry(
            Variant variant, double quality, List<String> filters, Map<String, String> info, List<String> values) {}

    /**
     * Writes all records.
     *
     * @param entries in the order of contigs and positions
     * @throws org.marrow.core.error.UserException with code ACCESS when the file cannot be written
     */
    public static void write(Path target, Header header, List<Entry> entries) {
        for (Entry entry : entries) {
            InvalidValueException.check(
                    entry.values().size() == header.format().size(),
                    "values",
                    entry.values().size() + " values",
                    "one for each of " + header.format().size() + " FORMAT fields");
        }
        VcfOutput.save(target, out -> {
            out.write(text(header));
            for (Entry entry : entries) {
                write(out, header, entry);
            }
        });
    }

    private static String text(Header header) {
        StringBuilder text = new StringBuilder("##fileformat=VCFv4.3\n");
        text.append("##")
                .append(VcfAssembly.OWN_KEY)
                .append('=')
                .append(header.assembly())
                .append('\n');
        new TreeMap<>(header.meta())
                .forEach((key, value) ->
                        text.append("##").append(key).append('=').append(value).append('\n'));
        for (ContigLength contig : header.contigs()) {
            text.append("##contig=<ID=").append(contig.contig());
            text.append(",length=").append(contig.length()).append(">\n");
        }
        for (Filter filter : header.filters()) {
            text.append("##FILTER=<ID=").append(filter.id());
            text.append(",Description=\"").append(filter.description()).append("\">\n");
        }
        header.info().forEach(field -> append(text, "INFO", field));
        header.format().forEach(field -> append(text, "FORMAT", field));
        text.append(String.join("\t", VcfHeader.FIXED_COLUMNS));
        return text.append("\tFORMAT\t").append(header.sample()).append('\n').toString();
    }

    private static void append(StringBuilder text, String key, Field field) {
        text.append("##").append(key).append("=<ID=").append(field.id());
        text.append(",Number=").append(field.number()).append(",Type=").append(field.type());
        text.append(",Description=\"").append(field.description()).append("\">\n");
    }

    private static void write(Writer out, Header header, Entry entry) throws IOException {
        Variant variant = entry.variant();
        StringBuilder line = new StringBuilder();
        line.append(variant.contig()).append('\t').append(variant.position()).append("\t.\t");
        line.append(variant.ref()).append('\t').append(variant.alt()).append('\t');
        line.append(String.format(Locale.ROOT, "%.1f", entry.quality())).append('\t');
        line.append(entry.filters().isEmpty() ? "PASS" : String.join(";", entry.filters()))
                .append('\t');
        String separator = "";
        for (Field field : header.info()) {
            String value = entry.info().get(field.id());
            if (value != null) {
                line.append(separator).append(field.id()).append('=').append(value);
                separator = ";";
            }
        }
        line.append(separator.isEmpty() ? "." : "").append('\t');
        separator = "";
        for (Field field : header.format()) {
            line.append(separator).append(field.id());
            separator = ":";
        }
        line.append('\t').append(String.join(":", entry.values())).append('\n');
        out.write(line.toString());
    }
}
