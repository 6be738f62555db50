package org.marrow.mrd.track;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.marrow.core.read.AlignedRead;

/**
 * Gathers the reads of one marker's window into molecules, one for each read name.
 *
 * <p>Mates that overlap are one observation. The result does not depend on the order of the reads. A molecule costs its name and
 * one byte for each position of the window.
 */
final class MoleculePileup implements Consumer<AlignedRead> {
    /** A UMI at the end of a read name, as UMI-tools ({@code _ACGT}) and bcl-convert ({@code :ACGT+ACGT}) write it. */
    private static final Pattern UMI_AT_END = Pattern.compile(".*[_:][ACGTN]{4,}(?:[-+_][ACGTN]{4,})?");

    private static final int CALL_BITS = callBits();

    private final AlleleMatcher matcher;
    private final int windowStart;
    private final int windowEnd;
    private final TrackSettings settings;
    private final Map<String, Molecule> molecules = new HashMap<>();
    private final Map<ReadFate, Long> unusedReads = new EnumMap<>(ReadFate.class);

    MoleculePileup(AlleleMatcher matcher, int windowStart, int windowEnd, TrackSettings settings) {
        this.matcher = matcher;
        this.windowStart = windowStart;
        this.windowEnd = windowEnd;
        this.settings = settings;
    }

    private static final class Molecule {
        private final byte[] calls;
        private int alleles;
        private int callingReads;
        private int bestQuality;

        private Molecule(int positions) {
            calls = new byte[positions];
        }
    }

    @Override
    public void accept(AlignedRead read) {
        boolean touchesMarker = read.isUnmapped()
                ? read.start() >= matcher.firstPosition() && read.start() <= matcher.lastPosition()
                : read.start() <= matcher.lastPosition() && read.end() >= matcher.firstPosition();
        ReadFate refused = refusal(read);
        if (refused != ReadFate.USED) {
            if (touchesMarker) {
                unusedReads.merge(refused, 1L, Long::sum);
            }
            return;
        }
        ReadLayout layout = ReadLayout.of(read, windowStart, windowEnd);
        Molecule molecule = molecules.computeIfAbsent(read.name(), name -> new Molecule(windowEnd - windowStart + 1));
        BaseCalls.add(molecule.calls, read, layout, settings.minBaseQuality());
        if (!touchesMarker) {
            return;
        }
        Allele allele = matcher.match(read, layout, settings.minBaseQuality());
        if (allele.isCall()) {
            molecule.alleles |= allele.bit();
            molecule.callingReads++;
            int index = layout.baseIndexAt(matcher.firstPosition());
            if (index >= 0) {
                molecule.bestQuality = Math.max(molecule.bestQuality, read.qualities()[index]);
            }
        } else {
            ReadFate fate = allele == Allele.LOW_QUALITY ? ReadFate.LOW_BASE_QUALITY : ReadFate.DOES_NOT_SPAN;
            unusedReads.merge(fate, 1L, Long::sum);
        }
    }

    private ReadFate refusal(AlignedRead read) {
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
        if (read.mappingQuality() < settings.minMappingQuality()) {
            return ReadFate.LOW_MAPPING_QUALITY;
        }
        return read.bases().length == 0 || read.qualities().length == 0 ? ReadFate.NO_QUALITIES : ReadFate.USED;
    }

    /** Counts what was gathered. */
    PileupCounts count() {
        Map<ReadFate, Long> fates = new EnumMap<>(ReadFate.class);
        for (ReadFate fate : ReadFate.values()) {
            fates.put(fate, unusedReads.getOrDefault(fate, 0L));
        }
        long[] alleles = new long[Allele.values().length];
        long[] qualities = new long[Byte.MAX_VALUE + 1];
        PositionCounts[] positions = new PositionCounts[windowEnd - windowStart + 1];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = new PositionCounts();
        }
        long umiNames = 0;
        for (Map.Entry<String, Molecule> entry : molecules.entrySet()) {
            Molecule molecule = entry.getValue();
            for (int i = 0; i < positions.length; i++) {
                positions[i].add(molecule.calls[i]);
            }
            if (UMI_AT_END.matcher(entry.getKey()).matches()) {
                umiNames++;
            }
            int shown = molecule.alleles & CALL_BITS;
            if (Integer.bitCount(shown) == 1) {
                alleles[Integer.numberOfTrailingZeros(shown)]++;
                qualities[molecule.bestQuality]++;
                fates.merge(ReadFate.USED, (long) molecule.callingReads, Long::sum);
            } else {
                fates.merge(ReadFate.MATE_DISAGREEMENT, (long) molecule.callingReads, Long::sum);
            }
        }
        boolean namesLookUmiTagged = umiNames * 2 > molecules.size();
        return new PileupCounts(windowStart, positions, alleles, qualities, fates, namesLookUmiTagged);
    }

    private static int callBits() {
        int bits = 0;
        for (Allele allele : Allele.values()) {
            if (allele.isCall()) {
                bits |= allele.bit();
            }
        }
        return bits;
    }
}
