package org.marrow.variants.call;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marrow.core.port.ReadSource;
import org.marrow.core.port.ReferenceSource;
import org.marrow.core.read.AlignedRead;
import org.marrow.core.variant.TargetRegion;

/** Reads one piece after the other and counts what they show. Not for several threads at once. */
final class PieceReader {
    /** Bases of reference beyond the reads' margin, enough for short reads that begin or end there. */
    private static final int WINDOW_MARGIN = 1_000;

    private static final int MAPPING_QUALITY_UNKNOWN = 255;

    private final ReadSource source;
    private final ReferenceSource reference;
    private final CallSettings settings;

    PieceReader(ReadSource source, ReferenceSource reference, CallSettings settings) {
        this.source = source;
        this.reference = reference;
        this.settings = settings;
    }

    PieceEvidence read(Piece piece) {
        int from = Math.max(1, piece.start() - CallDefaults.READ_MARGIN_BASES);
        int to = Math.min(reference.length(piece.contig()), piece.end() + CallDefaults.READ_MARGIN_BASES);
        ReferenceWindow window =
                ReferenceWindow.of(reference, piece.contig(), from - WINDOW_MARGIN, to + WINDOW_MARGIN);
        Map<ReadFate, Long> fates = new EnumMap<>(ReadFate.class);
        List<PlacedRead> reads = new ArrayList<>();
        List<Fragment> fragments = new ArrayList<>();
        Map<String, PlacedRead> waiting = new HashMap<>();
        source.forEachOverlapping(piece.contig(), from, to, read -> {
            ReadFate fate = fate(read);
            if (isCountedIn(piece, read)) {
                fates.merge(fate, 1L, Long::sum);
            }
            if (fate != ReadFate.USED) {
                return;
            }
            PlacedRead placed = new PlacedRead(read, window);
            if (placed.blockCount() == 0) {
                return;
            }
            reads.add(placed);
            PlacedRead mate = read.isPaired() ? waiting.remove(read.name()) : null;
            if (mate != null) {
                fragments.add(new Fragment(fragments.size(), mate, placed));
            } else if (read.isPaired()) {
                waiting.put(read.name(), placed);
            } else {
                fragments.add(new Fragment(fragments.size(), placed, null));
            }
        });
        addSingles(reads, waiting, fragments);
        return count(piece, window, reads, fragments, fates);
    }

    /** A read is counted in the first piece that it touches. */
    private static boolean isCountedIn(Piece piece, AlignedRead read) {
        boolean touches = read.end() >= piece.start() && read.start() <= piece.end();
        return touches && read.start() >= piece.readsFrom();
    }

    /** Reads whose mate is not here, in the order of the file, so that numbers do not depend on a hash. */
    private static void addSingles(List<PlacedRead> reads, Map<String, PlacedRead> waiting, List<Fragment> fragments) {
        if (waiting.isEmpty()) {
            return;
        }
        Map<PlacedRead, Boolean> single = new IdentityHashMap<>();
        waiting.values().forEach(read -> single.put(read, true));
        for (PlacedRead read : reads) {
            if (single.containsKey(read)) {
                fragments.add(new Fragment(fragments.size(), read, null));
            }
        }
    }

    private ReadFate fate(AlignedRead read) {
        if (read.isUnmapped()) {
            return ReadFate.UNMAPPED;
        }
        if (read.isSecondary()) {
            return ReadFate.SECONDARY;
        }
        if (read.isSupplementary()) {
            return ReadFate.SUPPLEMENTARY;
        }
        if (read.failedQuality()) {
            return ReadFate.FAILED_QUALITY;
        }
        if (read.isDuplicate()) {
            return ReadFate.DUPLICATE;
        }
        if (read.mappingQuality() == 0) {
            return ReadFate.MAPPING_QUALITY_ZERO;
        }
        if (read.mappingQuality() < settings.minMappingQuality() && read.mappingQuality() != MAPPING_QUALITY_UNKNOWN) {
            return ReadFate.LOW_MAPPING_QUALITY;
        }
        return read.qualities().length == 0 ? ReadFate.NO_QUALITIES : ReadFate.USED;
    }

    private PieceEvidence count(
            Piece piece,
            ReferenceWindow window,
            List<PlacedRead> reads,
            List<Fragment> fragments,
            Map<ReadFate, Long> fates) {
        IndelCandidates candidates = IndelCandidates.find(window, reads);
        ReadRealignment realignment = new ReadRealignment(candidates);
        if (candidates.size() > 0) {
            reads.forEach(realignment::realign);
        }
        int coreFrom = window.index(piece.start());
        BasePileup bases = new BasePileup(window, coreFrom, window.index(piece.end()), settings.minBaseQuality());
        IndelPileup indels = new IndelPileup(candidates, realignment);
        List<TargetRegion> primers = settings.primers().stream()
                .filter(primer -> primer.contig().equals(piece.contig())
                        && primer.end() >= window.start()
                        && primer.start() < window.start() + window.length())
                .toList();
        for (Fragment fragment : fragments) {
            maskPrimers(primers, window, fragment);
            bases.add(fragment);
            indels.add(fragment);
        }
        indels.finish();
        return new PieceEvidence(piece, window, coreFrom, bases, candidates, indels, fates);
    }

    private static void maskPrimers(List<TargetRegion> primers, ReferenceWindow window, Fragment fragment) {
        int first = fragment.read().firstIndex();
        int last = fragment.read().lastIndex();
        @Nullable PlacedRead mate = fragment.mate();
        if (mate != null) {
            first = Math.min(first, mate.firstIndex());
            last = Math.max(last, mate.lastIndex());
        }
        for (TargetRegion primer : primers) {
            int from = window.index(primer.start());
            int to = window.index(primer.end());
            int slack = CallDefaults.PRIMER_SLACK_BASES;
            if (first >= from - slack && first <= to) {
                countOnly(fragment, to + 1, Integer.MAX_VALUE);
            }
            if (last <= to + slack && last >= from) {
                countOnly(fragment, 0, from - 1);
            }
        }
    }

    private static void countOnly(Fragment fragment, int from, int to) {
        fragment.read().countOnly(from, to);
        @Nullable PlacedRead mate = fragment.mate();
        if (mate != null) {
            mate.countOnly(from, to);
        }
    }
}
