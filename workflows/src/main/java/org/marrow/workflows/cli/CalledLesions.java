package org.marrow.workflows.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.Location;
import org.marrow.core.error.UserException;
import org.marrow.core.risk.TriState;
import org.marrow.core.variant.TargetRegion;
import org.marrow.io.table.TableFormat;
import org.marrow.io.table.TableLimits;
import org.marrow.io.table.TableRow;
import org.marrow.io.table.TableSink;
import org.marrow.io.table.TableSource;
import org.marrow.variants.call.SmallVariant;
import org.marrow.variants.call.longlesion.IndelFinding;
import org.marrow.variants.call.longlesion.Kmt2aPtd;
import org.marrow.variants.call.longlesion.LogRatio;
import org.marrow.variants.call.longlesion.PtdControl;
import org.marrow.variants.lesion.LesionNames;

/** The lesions of one called sample as a table, which of normal samples serves as controls; docs/variants-call.md has the columns. */
final class CalledLesions {
    private static final List<String> HEADER = List.of(
            "sample",
            "lesion",
            "state",
            "ratio",
            "ratio_low",
            "ratio_high",
            "normalised_ratio",
            "normalised_low",
            "normalised_high",
            "z",
            "vaf",
            "vaf_low",
            "vaf_high",
            "length",
            "variant",
            "lod95",
            "targets",
            "note");

    private CalledLesions() {}

    static void write(Path file, String sample, Kmt2aPtd ptd, List<IndelFinding> indels) {
        TableSink.write(file, TableFormat.TSV, HEADER, sink -> {
            for (IndelFinding indel : indels) {
                writeIndel(sink, sample, indel);
            }
            writePtd(sink, sample, ptd);
        });
    }

    private static void writeIndel(TableSink sink, String sample, IndelFinding indel) throws IOException {
        Optional<SmallVariant> call = indel.variant();
        sink.row(
                sample,
                indel.lesion().label(),
                word(indel.state()),
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                call.map(one -> fraction(one.fraction())),
                call.map(one -> fraction(one.fractionLimits().lower())),
                call.map(one -> fraction(one.fractionLimits().upper())),
                indel.length(),
                call.map(one -> one.variant().contig() + ":" + one.variant().position()),
                indel.detectionLimit().isPresent()
                        ? fraction(indel.detectionLimit().getAsDouble())
                        : "",
                regions(indel.targets()),
                indel.note());
    }

    private static void writePtd(TableSink sink, String sample, Kmt2aPtd ptd) throws IOException {
        sink.row(
                sample,
                LesionNames.KMT2A_PTD,
                word(ptd.state()),
                ptd.ratio().map(one -> ratio(one.value())),
                ptd.ratio().map(one -> ratio(one.low())),
                ptd.ratio().map(one -> ratio(one.high())),
                ptd.normalised().map(one -> ratio(one.value())),
                ptd.normalised().map(one -> ratio(one.low())),
                ptd.normalised().map(one -> ratio(one.high())),
                zScore(ptd.z()),
                "",
                "",
                "",
                "",
                "",
                "",
                regions(ptd.targets()),
                ptd.note());
    }

    /** The state and the ratio that decides, in one line for the VCF header. */
    static String summary(Kmt2aPtd ptd) {
        Optional<LogRatio> shown = ptd.normalised().or(ptd::ratio);
        return "state=" + word(ptd.state())
                + shown.map(one -> "," + (ptd.normalised().isPresent() ? "normalised_ratio=" : "ratio=")
                                + ratio(one.value()) + ",low=" + ratio(one.low()) + ",high=" + ratio(one.high()))
                        .orElse(",ratio=.");
    }

    /**
     * Reads the ratios of normal samples. Rows of other lesions are passed over, as are samples whose ratio could not be assessed.
     *
     * @param files that {@link #write} wrote, or several such put together below one header
     * @param sample the one to be called, which cannot be its own control
     * @throws FormatException for a file without any KMT2A-PTD row, a sample that comes twice, or one that has the lesion
     */
    static List<PtdControl> readControls(List<Path> files, String sample) {
        List<PtdControl> controls = new ArrayList<>();
        Map<String, String> places = new HashMap<>();
        for (Path file : files) {
            boolean any = false;
            try (TableSource source = TableSource.open(file, TableFormat.TSV, TableLimits.BY_HAND)) {
                source.header().require(List.of("sample", "lesion", "state", "ratio", "targets"));
                for (TableRow row = source.next(); row != null; row = source.next()) {
                    if (row.text("lesion").equals(LesionNames.KMT2A_PTD)) {
                        any = true;
                        readControl(row, sample, places).ifPresent(controls::add);
                    }
                }
            }
            if (!any) {
                throw new FormatException(
                        file, Location.whole(), "a row of the lesion " + LesionNames.KMT2A_PTD, "none");
            }
        }
        return controls;
    }

    private static Optional<PtdControl> readControl(TableRow row, String sample, Map<String, String> places) {
        String name = row.text("sample");
        if (name.equals(sample)) {
            throw new UserException(
                    ErrorCode.USAGE,
                    row.file() + row.at("sample").describe()
                            + ": expected controls other than the sample itself, found " + name);
        }
        String earlier = places.putIfAbsent(name, row.file().getFileName() + " line " + row.line());
        if (earlier != null) {
            throw row.wrong("sample", "each control once, and " + name + " is in " + earlier);
        }
        if (!row.text("state").equals(word(TriState.UNKNOWN))) {
            throw row.wrong("state", "unknown, as a normal sample has it");
        }
        if (!row.isKnown("ratio")) {
            return Optional.empty();
        }
        double ratio = row.number("ratio", 0, Double.POSITIVE_INFINITY);
        List<String> targets = List.of(row.text("targets").split(",", -1));
        return Optional.of(row.checked("ratio", () -> new PtdControl(name, ratio, targets)));
    }

    private static String word(TriState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static String regions(List<TargetRegion> targets) {
        return String.join(",", targets.stream().map(TargetRegion::describe).toList());
    }

    private static String zScore(OptionalDouble z) {
        return z.isPresent() ? String.format(Locale.ROOT, "%.2f", z.getAsDouble()) : "";
    }

    private static String fraction(double value) {
        return String.format(Locale.ROOT, "%.5f", value);
    }

    /** Six decimals: controls are read from it. */
    private static String ratio(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
