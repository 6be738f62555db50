package org.marrow.io.vcf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marrow.core.variant.Consequence;
import org.marrow.core.variant.VariantCall;

/** Which transcript of CSQ or ANN speaks for a variant, where vcf2maf's order decides. */
final class TranscriptChoiceTest {
    private static final String FIELDS =
            "Allele|Consequence|SYMBOL|Gene|Feature|BIOTYPE|CANONICAL|MANE_SELECT|MANE|PICK|cDNA_position|HGVSp"
                    + "|Protein_position|Amino_acids";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // MANE before canonical, canonical before a pick of another order, a pick before severity.
                "MANE;T|intron_variant|G|E1|MANE|protein_coding||NM_1.1|||||| ;T|stop_gained|G|E1|OTHER|protein_coding|YES||||||| ",
                "MANE;T|intron_variant|G|E1|MANE|protein_coding|||MANE_Select||||| ;T|stop_gained|G|E1|OTHER|protein_coding|YES||||||| ",
                "CANON;T|intron_variant|G|E1|CANON|protein_coding|YES||||||| ;T|stop_gained|G|E1|PICKED|protein_coding||||1||||| ",
                "PICKED;T|intron_variant|G|E1|PICKED|protein_coding||||1||||| ;T|stop_gained|G|E1|OTHER|protein_coding|||||||| ",
                // MANE Plus Clinical is a second transcript beside MANE Select.
                "SELECT;T|intron_variant|G|E1|SELECT|protein_coding|||MANE_Select||||| ;T|stop_gained|G|E1|PLUS|protein_coding|||MANE_Plus_Clinical||||| ",
                // Without a mark: what makes a protein, the most severe, the longest.
                "CODING;T|intron_variant|G|E1|CODING|protein_coding|||||||| ;T|splice_donor_variant|G|E1|NMD|nonsense_mediated_decay|||||||| ",
                "WORST;T|missense_variant|G|E1|WORST|protein_coding|||||||| ;T|intron_variant|G|E1|OTHER|protein_coding|||||||| ",
                "LONG;T|missense_variant|G|E1|LONG|protein_coding|||||9/2000||| ;T|missense_variant|G|E1|SHORT|protein_coding|||||9/900||| ",
                // Among genes: one with a symbol, one that makes a protein, the most severe.
                "NAMED;T|downstream_gene_variant|G|E1|NAMED|protein_coding|YES||||||| ;T|missense_variant||E2|NAMELESS|protein_coding|YES||||||| ",
                "CODING;T|intron_variant|RUNX1|E1|CODING|protein_coding|YES||||||| ;T|non_coding_transcript_exon_variant|RUNX1-AS1|E2|RNA|lncRNA|YES||||||| ",
                "WORST;T|missense_variant|A|E1|WORST|protein_coding|YES||||||| ;T|upstream_gene_variant|B|E2|NEAR|protein_coding|YES||||||| ",
                "RNA;T|non_coding_transcript_exon_variant|A|E1|RNA|lncRNA|YES||||||| ;T|upstream_gene_variant|B|E2|PSEUDO|processed_pseudogene|YES||||||| ",
                "IG;T|missense_variant|IGHV1|E1|IG|IG_V_gene|YES||||||| ;T|non_coding_transcript_exon_variant|A|E2|RNA|lncRNA|YES||||||| ",
                // Where it differs from vcf2maf: a side transcript of a neighbour does not hide a change of a main
                // transcript.
                "MAIN;T|missense_variant|A|E1|MAIN|protein_coding|YES||||||| ;T|intron_variant|B|E2|OTHERMAIN|protein_coding|YES||||||| "
            })
    void theTranscriptIsChosenWhateverTheOrderOfEntries(String expected, String one, String other) throws IOException {
        List<String> entries = new ArrayList<>(List.of(one.strip(), other.strip()));
        if (expected.equals("MAIN")) {
            entries.add("T|stop_gained|B|E2|SIDE|protein_coding|||||||");
        }
        for (int seed = 0; seed < 4; seed++) {
            Collections.shuffle(entries, new Random(seed));
            assertThat(only("CSQ", String.join(",", entries)).call().transcript())
                    .hasValue(expected);
        }
    }

    @Test
    void vepUnderTheNameOfSnpEffIsReadByItsOwnFields() throws IOException {
        VariantCall call = only("ANN", "T|missense_variant|KIT|ENSG00000157404|NM_000222.3|protein_coding|YES||||||||")
                .call();
        assertThat(call.gene()).hasValue("KIT");
        assertThat(call.consequence()).isEqualTo(Consequence.MISSENSE);
        assertThat(call.transcript()).hasValue("NM_000222.3");
    }

    @ParameterizedTest
    @CsvSource({
        "ENSP1.1:p.Leu287%3D, 287/294, L, p.Leu287=, p.L287=",
        // Releases before 88 name no residue.
        "ENST1.1:c.861G>A(p.%3D), 287/294, L, p.Leu287=, p.L287=",
        "p.%3D, 287, L, p.Leu287=, p.L287="
    })
    void silentChangesNameTheirResidue(String hgvsP, String position, String residue, String full, String brief)
            throws IOException {
        String entry = "T|synonymous_variant|NPM1|E|F|protein_coding|YES|||||" + hgvsP + "|" + position + "|" + residue;
        AnnotatedCall annotated = only("CSQ", entry);
        assertThat(annotated.details().proteinName()).hasValue(full);
        assertThat(annotated.call().hgvsP()).hasValue(brief);
    }

    @Test
    void theDetailsOfTheChosenTranscriptAreKept() throws IOException {
        AnnotatedCall annotated =
                only("CSQ", "T|splice_region_variant&intron_variant|KIT|ENSG00000157404|F|protein_coding|YES|||||||");
        assertThat(annotated.details().term()).hasValue("splice_region_variant");
        assertThat(annotated.details().geneId()).hasValue("ENSG00000157404");
        assertThat(annotated.details().knownIds()).containsExactly("rs1");
        assertThat(annotated.refReads()).hasValue(5);
        assertThat(annotated.normal()).isEqualTo(AnnotatedCall.NormalReads.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "p.W288Cfs*12, p.Trp288CysfsTer12",
        "p.D600_L601insFREYEYD, p.Asp600_Leu601insPheArgGluTyrGluTyrAsp",
        "p.*110Qext*17, p.Ter110GlnextTer17",
        "p.L287=, p.Leu287=",
        "p.M1?, p.Met1?",
        "p.F594_D600dup, p.Phe594_Asp600dup"
    })
    void oneLetterNamesAreBroughtToThreeLetters(String brief, String full) {
        assertThat(HgvsText.threeLetters(brief)).isEqualTo(full);
        assertThat(HgvsText.protein(full)).hasValue(brief);
    }

    private AnnotatedCall only(String key, String value) throws IOException {
        Path file = Files.writeString(
                folder.resolve("t.vcf"),
                "##fileformat=VCFv4.2\n##INFO=<ID=" + key + ",Number=.,Type=String,Description=\"Format: " + FIELDS
                        + "\">\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS\n1\t10\trs1\tA\tT\t.\tPASS\t"
                        + key + "=" + value + "\tGT:AD\t0/1:5,4\n");
        List<AnnotatedCall> calls = VcfSource.open(file).readAnnotated("S", Optional.empty());
        assertThat(calls).hasSize(1);
        return calls.getFirst();
    }
}
