package org.marrow.variants.annotate;

import org.jspecify.annotations.Nullable;
import org.marrow.core.transcript.Transcript;
import org.marrow.core.variant.ContigNames;

/** A transcript with its bases, as they are on the reference. */
record AnnotatedTranscript(
        Transcript transcript, TranscriptMap map, @Nullable CodingSequence coding) {

    static AnnotatedTranscript of(Transcript transcript, TranscriptMap map, StrandSequence sequence) {
        if (!map.isCoding()) {
            return new AnnotatedTranscript(transcript, map, null);
        }
        StringBuilder spliced = new StringBuilder(map.length());
        for (int exon = 0; exon < map.exons(); exon++) {
            spliced.append(sequence.bases(map.exonStart(exon), map.exonEnd(exon)));
        }
        GeneticCode code = ContigNames.isMitochondrion(transcript.contig())
                ? GeneticCode.VERTEBRATE_MITOCHONDRIAL
                : GeneticCode.STANDARD;
        return new AnnotatedTranscript(transcript, map, CodingSequence.of(transcript, map, spliced.toString(), code));
    }
}
