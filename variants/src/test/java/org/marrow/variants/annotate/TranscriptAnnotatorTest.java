package org.marrow.variants.annotate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.error.UserException;
import org.marrow.core.transcript.CodingRegion;
import org.marrow.core.transcript.Exon;
import org.marrow.core.transcript.Strand;
import org.marrow.core.transcript.Transcript;
import org.marrow.core.transcript.TranscriptEffect;
import org.marrow.core.transcript.TranscriptMark;
import org.marrow.core.variant.Variant;

class TranscriptAnnotatorTest {
    //                                       10        20        30        40        50        60        70
    //                              1234567890123456789012345678901234567890123456789012345678901234567890123456
    private static final String SEQUENCE =
            "TTTTTCCAAATGGCTCCAAAGGTAAGTTTTTTTTTTTTTTTTTTCAGGTTAAATGGTAGCACTGAAACCCCCGGGG";

    /** ATG GCT CCA AAG | GTT AAA TGG TAG, the intron from 22 to 47, and a 3' UTR of eleven bases. */
    private static final Transcript PLUS = transcript("NM_1.1", "ONE", Strand.PLUS, new Exon(6, 21), new Exon(48, 70));

    private static Transcript transcript(String id, String gene, Strand strand, Exon... exons) {
        return new Transcript(
                id,
                gene,
                Optional.of("7"),
                "chr1",
                strand,
                List.of(exons),
                Optional.of(new CodingRegion(10, 59, 0, Optional.of("NP_1.1"))),
                "protein_coding",
                Set.of());
    }

    private static TranscriptAnnotator annotator(String sequence, List<Transcript> transcripts, String... named) {
        return new TranscriptAnnotator(
                transcripts, new MadeUpGenome.Sequences(Map.of("chr1", sequence)), TranscriptChoice.of(List.of(named)));
    }

    private static TranscriptEffect effect(int position, String ref, String alt) {
        return annotator(SEQUENCE, List.of(PLUS))
                .annotate(new Variant("1", position, ref, alt))
                .getFirst();
    }

    private static String names(TranscriptEffect effect) {
        return effect.hgvsC().orElse("") + " " + effect.hgvsP().orElse("") + " " + effect.termText();
    }

    @Test
    void aSubstitutionIsNamedOnTheTranscript() {
        TranscriptEffect effect = effect(14, "C", "A");
        assertThat(names(effect)).isEqualTo("c.5C>A p.(Ala2Asp) missense_variant");
        assertThat(effect.hgvsPShort()).contains("p.A2D");
        assertThat(effect.place().exon()).contains("1/2");
        assertThat(effect.place().transcriptPosition()).contains("9");
        assertThat(effect.place().codingPosition()).contains("5");
        assertThat(effect.place().proteinPosition()).contains("2");
        assertThat(effect.place().aminoAcids()).contains("A/D");
    }

    /** HGVS, DNA deletion: LRG_199t1:c.1704+1del, not c.1704del, where the exon ends with the base that the intron begins with. */
    @Test
    void aDeletionAtAnExonsEndIsMovedIntoTheIntronAlongTheGenome() {
        assertThat(names(effect(20, "AG", "A"))).isEqualTo("c.12+1del p.? splice_donor_variant");
        assertThat(effect(20, "AG", "A").place().intron()).contains("1/1");
    }

    /** HGVS, DNA deletion: LRG_199t1:c.1813del, not c.1813-1del. */
    @Test
    void aDeletionAtAnIntronsEndIsMovedIntoTheExonAlongTheGenome() {
        assertThat(names(effect(46, "AG", "A")))
                .isEqualTo("c.13del p.(Val5LeufsTer?) frameshift_variant&splice_region_variant");
    }

    /** HGVS, DNA deletion: LRG_199t1:c.3921del, not c.3922del: the next exon is not where the genome goes on. */
    @Test
    void nothingIsMovedOverAnIntron() {
        String sequence = SEQUENCE.substring(0, 21) + "CTAAGT" + SEQUENCE.substring(27);
        TranscriptEffect effect = annotator(sequence, List.of(PLUS))
                .annotate(new Variant("1", 20, "AG", "A"))
                .getFirst();
        assertThat(effect.hgvsC()).contains("c.12del");
    }

    @Test
    void aDeletionOverAnEdgeHasAnUnknownEffectOnTheProtein() {
        assertThat(names(effect(17, "CAAAGG", "C")))
                .isEqualTo("c.9_12+1del p.? splice_donor_variant&coding_sequence_variant");
    }

    @Test
    void theMiddleOfAnIntronCountsFromTheExonBefore() {
        assertThat(effect(34, "T", "A").hgvsC()).contains("c.12+13T>A");
        assertThat(effect(35, "T", "A").hgvsC()).contains("c.13-13T>A");
    }

    @Test
    void theStopCodonAndWhatFollowsAreNamed() {
        assertThat(names(effect(57, "T", "C"))).isEqualTo("c.22T>C p.(Ter8GlnextTer2) stop_lost");
        assertThat(names(effect(59, "G", "A"))).isEqualTo("c.24G>A p.(Ter8=) stop_retained_variant");
        assertThat(names(effect(60, "C", "G"))).isEqualTo("c.*1C>G  3_prime_UTR_variant");
    }

    @Test
    void aLostStartLeavesTheProteinOpen() {
        assertThat(names(effect(12, "G", "A"))).isEqualTo("c.3G>A p.(Met1?) start_lost");
        // Three A before the start codon's: one less, and the start codon is as it was.
        assertThat(names(effect(8, "AA", "A"))).isEqualTo("c.1del p.(Met1=) start_retained_variant");
    }

    @Test
    void whatLiesNearbyHasADistanceAndNoName() {
        TranscriptEffect upstream = effect(2, "T", "A");
        assertThat(upstream.termText()).isEqualTo("upstream_gene_variant");
        assertThat(upstream.place().distance()).hasValue(4);
        assertThat(upstream.hgvsC()).isEmpty();
        assertThat(effect(75, "G", "A").termText()).isEqualTo("downstream_gene_variant");
    }

    @Test
    void distanceEndsAtFiveThousandBases() {
        String far = "A".repeat(5_000) + SEQUENCE;
        Transcript moved = new Transcript(
                "NM_1.1",
                "ONE",
                Optional.empty(),
                "chr1",
                Strand.PLUS,
                List.of(new Exon(5_006, 5_020)),
                Optional.empty(),
                "lncRNA",
                Set.of());
        TranscriptAnnotator annotator = annotator(far, List.of(moved));
        assertThat(annotator.annotate(new Variant("1", 6, "A", "C"))).hasSize(1);
        assertThat(annotator.annotate(new Variant("1", 5, "A", "C"))).isEmpty();
    }

    @Test
    void aVariantInUnknownBasesHasAnUnknownEffect() {
        String sequence = SEQUENCE.substring(0, 12) + "NNN" + SEQUENCE.substring(15);
        TranscriptAnnotator annotator = annotator(sequence, List.of(PLUS));
        assertThat(names(annotator.annotate(new Variant("1", 13, "N", "A")).getFirst()))
                .isEqualTo("c.4N>A p.? coding_sequence_variant");
        assertThat(names(annotator.annotate(new Variant("1", 17, "C", "A")).getFirst()))
                .isEqualTo("c.8C>A p.(Pro3Gln) missense_variant");
        assertThat(names(annotator.annotate(new Variant("1", 13, "NNNC", "N")).getFirst()))
                .isEqualTo("c.5_7del p.? coding_sequence_variant");
    }

    @Test
    void aStopBehindUnknownBasesIsNotCounted() {
        Variant variant = new Variant("1", 14, "C", "CT");
        assertThat(annotator(SEQUENCE, List.of(PLUS))
                        .annotate(variant)
                        .getFirst()
                        .hgvsP())
                .contains("p.(Pro3SerfsTer4)");
        String sequence = SEQUENCE.substring(0, 49) + "NNN" + SEQUENCE.substring(52);
        assertThat(annotator(sequence, List.of(PLUS))
                        .annotate(variant)
                        .getFirst()
                        .hgvsP())
                .contains("p.(Pro3SerfsTer?)");
    }

    @Test
    void aReferenceBaseThatDiffersIsRefused() {
        assertThatThrownBy(() -> effect(14, "G", "A"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("REF: expected C, which the reference has at chr1:14, found G");
    }

    @Test
    void aPositionBehindTheContigIsRefused() {
        assertThatThrownBy(() -> effect(77, "G", "A"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("which has 76 bases");
    }

    @Test
    void aContigThatTheReferenceLacksIsRefused() {
        TranscriptAnnotator annotator = annotator(SEQUENCE, List.of(PLUS));
        assertThatThrownBy(() -> annotator.annotate(new Variant("2", 14, "G", "A")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("CHROM: expected a contig of the reference, found 2");
    }

    @Test
    void aTranscriptThatEndsBehindTheContigIsRefused() {
        Transcript longer = transcript("NM_9.1", "NINE", Strand.PLUS, new Exon(6, 21), new Exon(48, 90));
        assertThatThrownBy(() -> annotator(SEQUENCE, List.of(longer)).annotate(new Variant("1", 14, "C", "A")))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("transcript NM_9.1")
                .hasMessageContaining("found 90");
    }

    @Test
    void aSymbolicAlleleIsRefused() {
        assertThatThrownBy(() -> effect(14, "C", "<DEL>")).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void theListedTranscriptSpeaksBeforeManeAndManeBeforeTheLongest() {
        Transcript longest = transcript("NM_1.1", "ONE", Strand.PLUS, new Exon(6, 70));
        Transcript mane = marked(transcript("NM_2.2", "ONE", Strand.PLUS, new Exon(6, 21), new Exon(48, 70)));
        Transcript listed = transcript("NM_3.4", "ONE", Strand.PLUS, new Exon(6, 21), new Exon(49, 70));
        List<Transcript> all = List.of(longest, mane, listed);
        Variant variant = new Variant("1", 14, "C", "A");
        assertThat(chosen(annotator(SEQUENCE, all, "NM_3.1").annotate(variant))).containsExactly("NM_3.4");
        assertThat(chosen(annotator(SEQUENCE, all, "NM_30").annotate(variant))).containsExactly("NM_2.2");
        assertThat(chosen(annotator(SEQUENCE, List.of(longest, listed)).annotate(variant)))
                .containsExactly("NM_1.1");
    }

    @Test
    void aTranscriptThatTheVariantMissesDoesNotSpeakForTheGene() {
        Transcript mane = marked(transcript("NM_2.2", "ONE", Strand.PLUS, new Exon(9, 21), new Exon(48, 70)));
        Variant variant = new Variant("1", 7, "C", "A");
        assertThat(chosen(annotator(SEQUENCE, List.of(PLUS, mane)).annotate(variant)))
                .containsExactly("NM_1.1");
    }

    @Test
    void eachGeneHasItsOwnTranscript() {
        Transcript other = transcript("NM_7.1", "TWO", Strand.PLUS, new Exon(6, 21), new Exon(48, 70));
        Variant variant = new Variant("1", 14, "C", "A");
        assertThat(chosen(annotator(SEQUENCE, List.of(PLUS, other)).annotate(variant)))
                .containsExactly("NM_1.1", "NM_7.1");
    }

    @Test
    void aJumpingFrameLeavesTheProteinOpen() {
        Transcript jumping = new Transcript(
                PLUS.id(),
                PLUS.gene(),
                PLUS.geneId(),
                PLUS.contig(),
                PLUS.strand(),
                PLUS.exons(),
                PLUS.coding(),
                PLUS.biotype(),
                EnumSet.of(TranscriptMark.FRAME_JUMPS));
        TranscriptEffect effect = annotator(SEQUENCE, List.of(jumping))
                .annotate(new Variant("1", 14, "C", "A"))
                .getFirst();
        assertThat(names(effect)).isEqualTo("c.5C>A p.? coding_sequence_variant");
    }

    @Test
    void aDeletionBehindAnUnknownStopLeavesTheProteinOpen() {
        String sequence = SEQUENCE.substring(0, 56) + "NNN" + SEQUENCE.substring(59);
        TranscriptEffect effect = annotator(sequence, List.of(PLUS))
                .annotate(new Variant("1", 55, "GGNNNCA", "G"))
                .getFirst();
        assertThat(names(effect)).isEqualTo("c.21_*2del p.? coding_sequence_variant&3_prime_UTR_variant");
    }

    @Test
    void aGapTooShortForAnIntronHasNoSpliceSites() {
        Transcript gap = transcript("NM_8.1", "EIGHT", Strand.PLUS, new Exon(6, 21), new Exon(24, 70));
        TranscriptAnnotator annotator = annotator(SEQUENCE, List.of(gap));
        assertThat(names(annotator.annotate(new Variant("1", 22, "G", "A")).getFirst()))
                .isEqualTo("c.12+1G>A  intron_variant");
    }

    @Test
    void aCodingRegionOfTwoBasesBreaksNothing() {
        Transcript tiny = new Transcript(
                "NM_6.1",
                "SIX",
                Optional.empty(),
                "chr1",
                Strand.PLUS,
                List.of(new Exon(6, 21)),
                Optional.of(new CodingRegion(20, 21, 0, Optional.empty())),
                "protein_coding",
                Set.of());
        TranscriptAnnotator annotator = annotator(SEQUENCE, List.of(tiny));
        assertThat(names(annotator.annotate(new Variant("1", 20, "A", "C")).getFirst()))
                .isEqualTo("c.1A>C p.? incomplete_terminal_codon_variant&coding_sequence_variant");
    }

    @Test
    void aWholeTranscriptCanBeDeleted() {
        String deleted = SEQUENCE.substring(4, 71);
        TranscriptEffect effect = effect(5, deleted, deleted.substring(0, 1));
        assertThat(names(effect)).isEqualTo("  transcript_ablation");
    }

    private static Transcript marked(Transcript transcript) {
        return new Transcript(
                transcript.id(),
                transcript.gene(),
                transcript.geneId(),
                transcript.contig(),
                transcript.strand(),
                transcript.exons(),
                transcript.coding(),
                transcript.biotype(),
                EnumSet.of(TranscriptMark.MANE_SELECT));
    }

    private static List<String> chosen(List<TranscriptEffect> effects) {
        return effects.stream()
                .filter(TranscriptEffect::chosen)
                .map(effect -> effect.transcript().id())
                .toList();
    }
}
