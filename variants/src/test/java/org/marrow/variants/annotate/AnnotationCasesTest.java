package org.marrow.variants.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.marrow.core.transcript.TranscriptEffect;
import org.marrow.core.variant.Variant;

/** The table that docs/validation/annotation_cases.py computes by brute force, and docs/validation/annotation.md explains. */
class AnnotationCasesTest {
    private static final MadeUpGenome GENOME = MadeUpGenome.read();
    private static final List<Case> CASES =
            MadeUpGenome.lines("cases.tsv").stream().skip(1).map(Case::of).toList();

    private final TranscriptAnnotator annotator =
            new TranscriptAnnotator(GENOME.transcripts(), GENOME.reference(), TranscriptChoice.of(List.of()));

    record Case(Variant variant, String transcript, String kind, String answer) {
        static Case of(String line) {
            String[] cells = line.split("\t", -1);
            Variant variant = new Variant(cells[0], Integer.parseInt(cells[1]), cells[2], cells[3]);
            return new Case(
                    variant, cells[4], cells[5], String.join(" ", List.of(cells).subList(6, 10)));
        }
    }

    @Test
    void everyCaseHasItsConsequenceAndNames() {
        List<String> wrong = new ArrayList<>();
        for (Case expected : CASES) {
            String got = answer(expected.variant(), expected.transcript());
            if (!got.equals(expected.answer())) {
                wrong.add(expected.variant().describe() + " on " + expected.transcript() + ": expected "
                        + expected.answer() + ", got " + got);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theTableHoldsEveryKindOnBothStrandsAndEveryConsequence() {
        Map<String, Integer> kinds = new TreeMap<>();
        CASES.forEach(one -> kinds.merge(one.kind(), 1, Integer::sum));
        assertThat(kinds.keySet()).containsExactly("del", "delins", "dup", "ins", "inv", "snv");
        assertThat(kinds.values()).allMatch(count -> count >= 70);
        String all = String.join("\n", CASES.stream().map(Case::answer).toList());
        assertThat(all)
                .contains("missense_variant", "synonymous_variant", "stop_gained", "stop_lost", "stop_retained_variant")
                .contains("start_lost", "start_retained_variant", "frameshift_variant", "protein_altering_variant")
                .contains("inframe_insertion", "inframe_deletion", "splice_acceptor_variant", "splice_donor_variant")
                .contains("splice_region_variant", "5_prime_UTR_variant", "3_prime_UTR_variant", "intron_variant")
                .contains(
                        "non_coding_transcript_exon_variant", "coding_sequence_variant", "ext", "fs", "delins", "inv");
    }

    /** HGVS names a sequence, not the way that a caller happened to write it. */
    @Test
    void allWaysToWriteAVariantGetOneAnswer() {
        int others = 0;
        for (Case one : CASES) {
            for (Variant other : otherWays(one.variant())) {
                others++;
                assertThat(answer(other, one.transcript()))
                        .as(one.variant().describe() + " written as " + other.describe())
                        .isEqualTo(one.answer());
            }
        }
        assertThat(others).isGreaterThan(500);
    }

    private String answer(Variant variant, String transcript) {
        for (TranscriptEffect effect : annotator.annotate(variant)) {
            if (effect.transcript().id().equals(transcript)) {
                return String.join(
                        " ",
                        effect.hgvsC().orElse(""),
                        effect.hgvsP().orElse(""),
                        effect.hgvsPShort().orElse(""),
                        effect.termText());
            }
        }
        return "no effect";
    }

    /** The variant with a base more on either side, and moved along a repeat in both directions. */
    private static List<Variant> otherWays(Variant variant) {
        List<Variant> ways = new ArrayList<>();
        String contig = variant.contig();
        int before = variant.position() - 1;
        int after = variant.position() + variant.ref().length();
        String left = GENOME.reference().bases(contig, before, before);
        String right = GENOME.reference().bases(contig, after, after);
        ways.add(new Variant(contig, before, left + variant.ref() + right, left + variant.alt() + right));
        String ref = variant.ref();
        String alt = variant.alt();
        // Taking the same last base off both and putting the base before in front is what left alignment does.
        if (ref.charAt(ref.length() - 1) == alt.charAt(alt.length() - 1)) {
            ways.add(new Variant(
                    contig,
                    before,
                    left + ref.substring(0, ref.length() - 1),
                    left + alt.substring(0, alt.length() - 1)));
        }
        if (ref.charAt(0) == alt.charAt(0)) {
            ways.add(new Variant(contig, variant.position() + 1, ref.substring(1) + right, alt.substring(1) + right));
        }
        return ways;
    }
}
