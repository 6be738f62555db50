package org.marrow.io.vcf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.UserException;
import org.marrow.core.port.ReferenceSource;
import org.marrow.core.variant.Assembly;
import org.marrow.core.variant.PopulationFrequency;
import org.marrow.core.variant.Variant;
import org.marrow.io.fasta.FastaSink;
import org.marrow.io.fasta.FastaSource;

final class PopulationSourceTest {
    private static final String HEADER = "##fileformat=VCFv4.2\n##contig=<ID=chr1,length=248956422>\n"
            + "##INFO=<ID=AF,Number=A,Type=Float,Description=\"Frequency\">\n"
            + "##INFO=<ID=AF_grpmax,Number=A,Type=Float,Description=\"Highest group\">\n"
            + "##INFO=<ID=grpmax,Number=A,Type=String,Description=\"Name of that group\">\n"
            + "##INFO=<ID=AN,Number=1,Type=Integer,Description=\"Alleles\">\n"
            + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "chr1:100:A:G 100:A:G AF=0.02 AF 0.02",
                // Names of contigs, alleles in one record, bases around them.
                "1:100:A:G 100:A:G AF=0.02 AF 0.02",
                "1:100:A:T 100:A:G,T AF=0.02,0.3 AF 0.3",
                "1:101:C:CT 100:AC:A,ACT,G AF=0.1,0.2,0.3 AF 0.2",
                "1:102:G:GA 100:ACG:ACGA AF=0.02 AF 0.02",
                // The highest of the fields speaks; a group's name is no frequency.
                "1:100:A:G 100:A:G AF=0.0001;AF_grpmax=0.004;grpmax=afr AF_grpmax 0.004",
                "1:100:A:G 100:A:G AF=0;AF_grpmax=. AF 0.0"
            })
    void theFrequencyOfOneAlleleIsFound(String variant, String record, String info, String field, double expected)
            throws IOException {
        Map<Variant, PopulationFrequency> found = PopulationSource.open(write(record(record, info)))
                .frequencies(List.of(parse(variant)), Optional.empty());
        assertThat(found).containsExactly(Map.entry(parse(variant), new PopulationFrequency(field, expected)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "1:100:A:T 100:A:G AF=0.02",
                "1:101:A:G 100:A:G AF=0.02",
                "2:100:A:G 100:A:G AF=0.02",
                "1:100:A:G 100:A:G AF=."
            })
    void whatTheFileDoesNotHaveIsUnknownAndNotZero(String variant, String record, String info) throws IOException {
        assertThat(PopulationSource.open(write(record(record, info)))
                        .frequencies(List.of(parse(variant)), Optional.empty()))
                .isEmpty();
    }

    @Test
    void withAReferenceAnInsertionIsFoundWhereverInItsRepeatItStands() throws IOException {
        Path fasta = folder.resolve("ref.fa");
        FastaSink.write(fasta, Map.of("1", "GGCACACACATTTTTGACGA"));
        Path population = write(record("2:G:GCA", "AF=0.02"));
        Variant shifted = parse("chr1:10:A:ACA");
        try (ReferenceSource reference = FastaSource.open(fasta)) {
            assertThat(PopulationSource.open(population).frequencies(List.of(shifted), Optional.of(reference)))
                    .containsEntry(shifted, new PopulationFrequency("AF", 0.02));
        }
        assertThat(PopulationSource.open(population).frequencies(List.of(shifted), Optional.empty()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "100:A:G AF=37 AF=37",
                "100:A:G AF_grpmax=-0.1 AF_grpmax=-0.1",
                "100:A:G AF=nan AF=nan",
                "100:A:G AF=inf AF=inf"
            })
    void aFrequencyThatIsNoneIsRefusedWithItsLine(String record, String info, String found) throws IOException {
        PopulationSource source = PopulationSource.open(write(record(record, info)));
        assertThatThrownBy(() -> source.frequencies(List.of(parse("1:100:A:G")), Optional.empty()))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("line 8, column INFO")
                .hasMessageContaining("found " + found);
    }

    @Test
    void aFileWithoutFrequenciesIsRefused() throws IOException {
        Path file = Files.writeString(
                folder.resolve("none.vcf"), "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n");
        assertThatThrownBy(() -> PopulationSource.open(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("AF_popmax");
    }

    @Test
    void anotherAssemblyIsRefusedWithBothNamed() throws IOException {
        PopulationSource source = PopulationSource.open(write(record("100:A:G", "AF=0.1")));
        source.requireAssembly(Assembly.GRCH38);
        assertThatThrownBy(() -> source.requireAssembly(Assembly.GRCH37))
                .isInstanceOfSatisfying(
                        UserException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.MISMATCH))
                .hasMessageContaining("GRCH37")
                .hasMessageContaining("GRCH38");
    }

    @Test
    void withAnIndexTheAnswersAreTheSame() throws IOException {
        Random random = new Random(5);
        List<String> records = new ArrayList<>();
        List<Variant> asked = new ArrayList<>();
        for (int position = 1000; position < 400_000; position += 150 + random.nextInt(300)) {
            int allele = random.nextInt(3);
            String ref = allele == 0 ? "A" : allele == 1 ? "ACG" : "C";
            String alt = allele == 0 ? "G,T" : allele == 1 ? "A,AC" : "CTT,T";
            records.add(record(position + ":" + ref + ":" + alt, "AF=" + random.nextInt(9) / 10.0 + ",0.15"));
            if (random.nextInt(20) == 0) {
                asked.add(new Variant("1", position, ref, alt.split(",")[random.nextInt(2)]));
                asked.add(new Variant("1", position + 1, "A", "T"));
            }
        }
        Path plain = write(records.toArray(String[]::new));
        Path compressed = folder.resolve("population.vcf.gz");
        VcfOutput.save(compressed, out -> out.write(Files.readString(plain)));
        assertThat(folder.resolve("population.vcf.gz.tbi")).exists();
        Map<Variant, PopulationFrequency> expected =
                PopulationSource.open(plain).frequencies(asked, Optional.empty());
        assertThat(expected).hasSizeGreaterThan(20);
        assertThat(PopulationSource.open(compressed).frequencies(asked, Optional.empty()))
                .isEqualTo(expected);
        // An index that is older than its file is not believed.
        Files.setLastModifiedTime(folder.resolve("population.vcf.gz.tbi"), FileTime.fromMillis(1));
        assertThat(PopulationSource.open(compressed).frequencies(asked, Optional.empty()))
                .isEqualTo(expected);
    }

    private static Variant parse(String text) {
        String[] parts = text.split(":");
        return new Variant(parts[0], Integer.parseInt(parts[1]), parts[2], parts[3]);
    }

    private static String record(String place, String info) {
        String[] parts = place.split(":");
        return "chr1\t" + parts[0] + "\t.\t" + parts[1] + "\t" + parts[2] + "\t.\tPASS\t" + info + "\n";
    }

    private Path write(String... records) throws IOException {
        List<String> sorted = new ArrayList<>(List.of(records));
        sorted.sort(Comparator.comparingInt(line -> Integer.parseInt(line.split("\t")[1])));
        return Files.writeString(folder.resolve("population.vcf"), HEADER + String.join("", sorted));
    }
}
