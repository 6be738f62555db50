package org.marrow.variants.annotate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.marrow.core.transcript.Transcript;
import org.marrow.core.variant.ContigNames;

/** Finds the transcripts at a place. */
final class TranscriptIndex {
    private final Map<String, Contig> contigs = new HashMap<>();

    TranscriptIndex(List<Transcript> transcripts) {
        Map<String, List<Transcript>> byContig = new HashMap<>();
        for (Transcript transcript : transcripts) {
            byContig.computeIfAbsent(ContigNames.canonical(transcript.contig()), name -> new ArrayList<>())
                    .add(transcript);
        }
        byContig.forEach((name, list) -> contigs.put(name, new Contig(list)));
    }

    /** Transcripts that overlap a region, by their start and then their name. */
    List<Transcript> overlapping(String contig, int start, int end) {
        Contig found = contigs.get(ContigNames.canonical(contig));
        return found == null ? List.of() : found.overlapping(start, end);
    }

    /** Transcripts of one contig by their start, and the farthest end up to each. */
    private static final class Contig {
        private final List<Transcript> byStart;
        private final int[] farthestEnd;

        Contig(List<Transcript> transcripts) {
            byStart = transcripts.stream()
                    .sorted(Comparator.comparingInt(Transcript::start).thenComparing(Transcript::id))
                    .toList();
            farthestEnd = new int[byStart.size()];
            int farthest = 0;
            for (int i = 0; i < farthestEnd.length; i++) {
                farthest = Math.max(farthest, byStart.get(i).end());
                farthestEnd[i] = farthest;
            }
        }

        List<Transcript> overlapping(int start, int end) {
            int low = 0;
            int high = byStart.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (byStart.get(middle).start() <= end) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            List<Transcript> found = new ArrayList<>();
            for (int i = low - 1; i >= 0 && farthestEnd[i] >= start; i--) {
                if (byStart.get(i).end() >= start) {
                    found.add(byStart.get(i));
                }
            }
            return found.reversed();
        }
    }
}
