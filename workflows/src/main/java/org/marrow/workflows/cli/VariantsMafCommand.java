package org.marrow.workflows.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.variant.Assembly;
import org.marrow.io.maf.EntrezTable;
import org.marrow.io.maf.MafRecord;
import org.marrow.io.maf.MafSink;
import org.marrow.io.maf.VcfToMaf;
import org.marrow.io.vcf.AnnotatedCall;
import org.marrow.io.vcf.VcfSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code marrow variants maf}. */
@Command(
        name = "maf",
        description = {
            "Writes one sample's annotated variants as a MAF that cBioPortal imports.",
            "Annotation is read from VEP's CSQ, SnpEff's ANN or Marrow's own keys."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class VariantsMafCommand implements Callable<Integer> {
    @Option(
            names = "--input",
            required = true,
            paramLabel = "VCF",
            description = "annotated variants (VCF, VCF.gz or BCF)")
    private Path input = Path.of("");

    @Option(names = "--output", required = true, paramLabel = "MAF", description = "one line a variant")
    private Path output = Path.of("");

    @Option(
            names = "--sample",
            paramLabel = "NAME",
            description = "the tumour's name in the VCF (default: its only sample, or the one that the header names)")
    private @Nullable String sample;

    @Option(
            names = "--normal",
            paramLabel = "NAME",
            description = "the matched normal's name in the VCF (default: the one that the header names, if any)")
    private @Nullable String normal;

    @Option(
            names = "--barcode",
            paramLabel = "NAME",
            description = "Tumor_Sample_Barcode to write (default: the sample's name)")
    private @Nullable String barcode;

    @Option(names = "--center", paramLabel = "NAME", description = "Center to write: who sequenced")
    private @Nullable String center;

    @Option(
            names = "--genes",
            paramLabel = "TABLE",
            description = "Entrez gene numbers: a table or MAF with the columns Hugo_Symbol and Entrez_Gene_Id")
    private @Nullable Path genes;

    @Option(
            names = "--passed",
            description = "leaves out variants that failed a filter; cBioPortal does not look at FILTER")
    private boolean passedOnly;

    @Mixin
    private AssemblyOption assembly = new AssemblyOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        VcfSource source = VcfSource.open(input);
        Assembly counted = assembly.human(input, source.assembly());
        String tumour = sample == null ? source.mainSample() : sample;
        Optional<String> matched =
                normal == null ? source.normalSample().filter(name -> !name.equals(tumour)) : Optional.of(normal);
        Map<String, Integer> numbers = genes == null ? Map.of() : EntrezTable.read(genes);
        VcfToMaf.Samples samples = new VcfToMaf.Samples(
                cell("--barcode", barcode == null ? tumour : barcode),
                matched,
                Optional.ofNullable(center).map(name -> cell("--center", name)));
        List<AnnotatedCall> calls = source.readAnnotated(tumour, matched).stream()
                .filter(call -> !passedOnly || call.call().filters().isEmpty())
                .toList();
        List<MafRecord> records = new VcfToMaf(samples, counted, numbers).records(calls);
        MafSink.writeRecords(output, records);
        report(records, calls.size() - records.size());
        return CommandLine.ExitCode.OK;
    }

    private static String cell(String option, String text) {
        InvalidValueException.check(
                !text.isBlank() && text.chars().noneMatch(Character::isISOControl), option, text, "a text in one line");
        return text;
    }

    private void report(List<MafRecord> records, int symbolic) {
        if (spec == null) {
            return;
        }
        spec.commandLine().getOut().println(records.size() + " variants");
        if (symbolic > 0) {
            spec.commandLine()
                    .getErr()
                    .println("marrow: " + symbolic + " symbolic alleles are left out, as MAF holds only bases");
        }
        long unnamed = records.stream()
                .filter(record -> record.call().gene().isEmpty())
                .count();
        if (unnamed > 0) {
            spec.commandLine()
                    .getErr()
                    .println("marrow: " + unnamed + " variants have no gene in the annotation and get Unknown");
        }
        spec.commandLine().getErr().flush();
    }
}
