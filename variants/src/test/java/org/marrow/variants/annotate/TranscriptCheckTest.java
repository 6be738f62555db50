package org.marrow.variants.annotate;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.marrow.core.error.UserException;
import org.marrow.core.variant.Assembly;

class TranscriptCheckTest {
    @Test
    void filesOfTwoAssembliesAreRefusedByName() {
        assertThatThrownBy(() -> TranscriptCheck.requireSameAssembly(
                        Map.of("a.vcf", Assembly.GRCH37, "b.fa", Assembly.GRCH38, "c.gtf", Assembly.UNKNOWN)))
                .isInstanceOf(UserException.class)
                .hasMessage("b.fa: expected GRCH37, as a.vcf, found GRCH38");
    }

    @Test
    void filesThatSayNothingContradictNothing() {
        assertThatCode(() -> TranscriptCheck.requireSameAssembly(
                        Map.of("a.vcf", Assembly.UNKNOWN, "b.fa", Assembly.GRCH38, "c.gtf", Assembly.OTHER)))
                .doesNotThrowAnyException();
    }

    @Test
    void transcriptsOfTheReferenceBeginWithAStartCodon() {
        MadeUpGenome genome = MadeUpGenome.read();
        assertThatCode(() -> TranscriptCheck.requireOnReference("t.gff3", genome.transcripts(), genome.reference()))
                .doesNotThrowAnyException();
    }

    @Test
    void transcriptsOfAnotherReferenceAreRefused() {
        MadeUpGenome genome = MadeUpGenome.read();
        Map<String, String> shifted = new HashMap<>();
        shifted.put(
                "made1",
                "A" + genome.reference().bases("made1", 1, genome.reference().length("made1")));
        assertThatThrownBy(() -> TranscriptCheck.requireOnReference(
                        "t.gff3", genome.transcripts(), new MadeUpGenome.Sequences(shifted)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(
                        "t.gff3: expected transcripts that begin with ATG on the reference, found 0 of 5");
    }
}
