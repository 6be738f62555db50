package org.marrow.workflows.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.marrow.core.port.ReadSource.ContigLength;
import org.marrow.core.variant.Assembly;
import org.marrow.io.vcf.VcfRecordSink;
import org.marrow.variants.call.CallFilter;
import org.marrow.variants.call.SmallVariant;

/** Called variants as VCF; docs/variants-call.md explains the fields. */
final class CalledVcf {
    /** Fraction from which a tumour-only genotype is written as 1/1. */
    private static final double HOMOZYGOUS_FROM = 0.9;

    private static final List<VcfRecordSink.Field> INFO = List.of(
            new VcfRecordSink.Field("DP", "1", "Integer", "Molecules that show any allele"),
            new VcfRecordSink.Field("ERR", "1", "Float", "Molecules that would show the variant by error alone"),
            new VcfRecordSink.Field(
                    "RPA",
                    "1",
                    "Integer",
                    "Copies in the reference of the repeated unit that the variant adds or removes"));

    private static final List<VcfRecordSink.Field> FORMAT = List.of(
            new VcfRecordSink.Field(
                    "GT", "1", "String", "Genotype, with | where close variants lie on the same molecules"),
            new VcfRecordSink.Field("DP", "1", "Integer", "Molecules that show any allele"),
            new VcfRecordSink.Field("AD", "R", "Integer", "Molecules of each allele"),
            new VcfRecordSink.Field("AF", "A", "Float", "Fraction of the allele, 0 to 1"),
            new VcfRecordSink.Field("AFCI", "2", "Float", "Exact 95 % limits of the fraction"),
            new VcfRecordSink.Field("ADF", "R", "Integer", "Molecules of each allele on the forward strand"),
            new VcfRecordSink.Field("ADR", "R", "Integer", "Molecules of each allele on the reverse strand"),
            new VcfRecordSink.Field(
                    "MED", "1", "Integer", "Median bases from the variant to the nearer end of its reads"),
            new VcfRecordSink.Field(
                    "PS", "1", "Integer", "Position of the first of the variants on the same molecules"));

    private CalledVcf() {}

    static void write(
            Path target,
            Assembly assembly,
            List<ContigLength> contigs,
            String sample,
            Map<String, String> meta,
            List<SmallVariant> variants) {
        List<VcfRecordSink.Filter> filters = new ArrayList<>();
        filters.add(new VcfRecordSink.Filter("PASS", "All filters passed"));
        for (CallFilter filter : CallFilter.values()) {
            filters.add(new VcfRecordSink.Filter(filter.id(), filter.description()));
        }
        VcfRecordSink.write(
                target,
                new VcfRecordSink.Header(assembly, meta, contigs, filters, INFO, FORMAT, sample),
                variants.stream().map(CalledVcf::entry).toList());
    }

    private static VcfRecordSink.Entry entry(SmallVariant call) {
        Map<String, String> info = new LinkedHashMap<>();
        info.put("DP", String.valueOf(call.depth()));
        info.put("ERR", decimal(call.expectedErrors()));
        if (call.repeatCopies() > 0) {
            info.put("RPA", String.valueOf(call.repeatCopies()));
        }
        return new VcfRecordSink.Entry(
                call.variant(),
                call.quality(),
                call.filters().stream().map(CallFilter::id).toList(),
                info,
                List.of(
                        genotype(call),
                        String.valueOf(call.depth()),
                        call.reference().sum() + "," + call.alternate().sum(),
                        decimal(call.fraction()),
                        decimal(call.fractionLimits().lower()) + ","
                                + decimal(call.fractionLimits().upper()),
                        call.reference().forward() + "," + call.alternate().forward(),
                        call.reference().reverse() + "," + call.alternate().reverse(),
                        String.valueOf(call.endDistance()),
                        call.phaseSet().isPresent()
                                ? String.valueOf(call.phaseSet().getAsInt())
                                : "."));
    }

    private static String genotype(SmallVariant call) {
        String separator = call.phaseSet().isPresent() ? "|" : "/";
        return (call.fraction() >= HOMOZYGOUS_FROM ? "1" : "0") + separator + "1";
    }

    /** Five decimals; a figure beyond them is smaller than any depth can tell. */
    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.5f", value);
    }
}
