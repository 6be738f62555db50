package org.marrow.io.vcf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.testing.SharedData;
import org.marrow.core.variant.VariantCall;

final class VcfRewriteTest {
    private static final VcfRewrite REWRITE = new VcfRewrite(
            List.of(new VcfRewrite.Field("KNOWN", false, "Known"), new VcfRewrite.Field("POP", true, "Frequency")),
            List.of(new VcfRewrite.Filter("common", "Common")));
    private static final String HEADER = "##fileformat=VCFv4.2\n##source=a caller; \"quoted\"\n##contig=<ID=1>\n"
            + "##FILTER=<ID=weak,Description=\"Weak\">\n";
    private static final String COLUMNS = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS\n";
    private static final String ADDED = "##INFO=<ID=KNOWN,Number=A,Type=String,Description=\"Known\">\n"
            + "##INFO=<ID=POP,Number=A,Type=Float,Description=\"Frequency\">\n"
            + "##FILTER=<ID=common,Description=\"Common\">\n";

    @TempDir
    Path folder;

    @Test
    void fieldsAndFiltersAreAddedAndTheRestStaysLetterForLetter() throws IOException {
        Path in = write(HEADER + COLUMNS
                + "1\t10\trs1\ta\tT,<*>\t7.50\tPASS\tDP=04;SOMATIC\tGT:AD\t0/1:5,4,0\n"
                + "1\t20\t.\tA\tT\t.\tweak\t.\tGT\t0/1\n"
                + "1\t30\t.\tA\tT\t.\t.\tDP=4;\tGT\t0/1\n");
        Path out = folder.resolve("out.vcf");
        REWRITE.rewrite(
                in,
                out,
                calls -> calls.getFirst().orElseThrow().variant().position() == 30
                        ? VcfRewrite.Addition.NOTHING
                        : new VcfRewrite.Addition(
                                Map.of(
                                        "KNOWN",
                                        calls.stream()
                                                .map(call -> call.map(known -> "A|B c;d"))
                                                .toList()),
                                Set.of("common")));
        assertThat(out)
                .content()
                .isEqualTo(HEADER + ADDED + COLUMNS
                        + "1\t10\trs1\ta\tT,<*>\t7.50\tcommon\tDP=04;SOMATIC;KNOWN=A|B%20c%3Bd,.\tGT:AD\t0/1:5,4,0\n"
                        + "1\t20\t.\tA\tT\t.\tweak;common\tKNOWN=A|B%20c%3Bd\tGT\t0/1\n"
                        + "1\t30\t.\tA\tT\t.\t.\tDP=4\tGT\t0/1\n");
    }

    @Test
    void whatAnEarlierRunAddedIsReplaced() throws IOException {
        Path in = write(HEADER + COLUMNS + "1\t10\t.\tA\tT\t.\tcommon\tKNOWN=old;DP=4;POP=0.5\tGT\t0/1\n"
                + "1\t20\t.\tA\tT\t.\tweak;common\tPOP=0.5\tGT\t0/1\n");
        Path once = folder.resolve("once.vcf");
        Function<List<Optional<VariantCall>>, VcfRewrite.Addition> some =
                calls -> new VcfRewrite.Addition(Map.of("POP", List.of(Optional.of("0.25"))), Set.of());
        REWRITE.rewrite(in, once, some);
        assertThat(once)
                .content()
                .isEqualTo(HEADER + ADDED + COLUMNS
                        + "1\t10\t.\tA\tT\t.\tPASS\tDP=4;POP=0.25\tGT\t0/1\n"
                        + "1\t20\t.\tA\tT\t.\tweak\tPOP=0.25\tGT\t0/1\n");
        Path twice = folder.resolve("twice.vcf");
        REWRITE.rewrite(once, twice, some);
        assertThat(twice).hasSameTextualContentAs(once);
        // Over itself, since the file appears whole.
        REWRITE.rewrite(once, once, some);
        assertThat(once).hasSameTextualContentAs(twice);
    }

    @Test
    void aWrongRecordLeavesNothing() throws IOException {
        Path in = write(HEADER + COLUMNS + "1\t10\t.\tA\tT\t.\t.\t.\tGT\t0/1\n1\t9\t.\tA\tT\t.\t.\t.\tGT\t0/1\n");
        Path out = folder.resolve("out.vcf");
        assertThatThrownBy(() -> REWRITE.rewrite(in, out, calls -> VcfRewrite.Addition.NOTHING))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("line 7, column POS");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(in);
        }
    }

    @Test
    @Tag("real-data")
    void withNothingToAddRealFilesKeepTheirRecords() throws IOException {
        for (String name : List.of("test_mutect.vcf", "test_merged.vcf", "test_muse.vcf", "test_pindel.vcf")) {
            Path in = SharedData.require("data/variants/maf/" + name);
            Path out = folder.resolve(name);
            REWRITE.rewrite(in, out, calls -> VcfRewrite.Addition.NOTHING);
            List<String> kept = Files.readAllLines(out).stream()
                    .filter(line -> !ADDED.contains(line))
                    .toList();
            assertThat(kept).as(name).isEqualTo(Files.readAllLines(in));
        }
    }

    @Test
    void namesThatAHeaderCannotHoldAreRefused() {
        assertThatThrownBy(() -> new VcfRewrite.Field("a b", false, "x")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new VcfRewrite.Filter("a", "x\"y")).isInstanceOf(InvalidValueException.class);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("in.vcf"), text);
    }
}
