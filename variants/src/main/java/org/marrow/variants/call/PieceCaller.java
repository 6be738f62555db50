package org.marrow.variants.call;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.marrow.core.statistics.ExactLimits;
import org.marrow.core.variant.Variant;

/** Calls the variants of one piece under the sample's model. */
final class PieceCaller {
    private final PieceEvidence piece;
    private final SampleModel model;
    private final CallSettings settings;

    PieceCaller(PieceEvidence piece, SampleModel model, CallSettings settings) {
        this.piece = piece;
        this.model = model;
        this.settings = settings;
    }

    /** The variants by position, those that fail filters included. */
    List<SmallVariant> call() {
        List<Found> found = new ArrayList<>();
        AltBases.Index bases = piece.bases().alts().index(piece.coreLength());
        for (int key = 0; key < piece.coreLength() * 4; key++) {
            if (bases.count(key) >= CallDefaults.MIN_ALT_MOLECULES) {
                addSnv(found, bases, key);
            }
        }
        AltBases.Index indels = piece.indels().alts().index(piece.candidates().size());
        for (int number = 0; number < piece.candidates().size(); number++) {
            if (indels.count(number * 4) >= CallDefaults.MIN_ALT_MOLECULES
                    && piece.owns(piece.candidates().get(number))) {
                addIndel(found, indels, number);
            }
        }
        found.sort(Comparator.comparingInt((Found one) -> one.call().variant().position())
                .thenComparing(one -> one.call().variant().ref())
                .thenComparing(one -> one.call().variant().alt()));
        return inPhase(found);
    }

    /** A variant and the fragments that show it. */
    record Found(SmallVariant call, BitSet fragments) {

        /** Whether nearly all fragments that show the more frequent of the two show both. */
        boolean isOnMoleculesOf(Found other) {
            BitSet both = (BitSet) fragments.clone();
            both.and(other.fragments);
            int larger = Math.max(fragments.cardinality(), other.fragments.cardinality());
            return both.cardinality() >= CallDefaults.PHASE_FRACTION * larger;
        }
    }

    private void addSnv(List<Found> found, AltBases.Index index, int key) {
        double error = model.baseError(piece, index, key);
        double quality = quality(error);
        if (quality < CallDefaults.LOWEST_WRITTEN_QUALITY) {
            return;
        }
        int place = key / 4;
        int[] counts = piece.bases().counts();
        int[] byOrientation = new int[BaseClass.ORIENTATIONS];
        for (int i = 0; i < BaseClass.COUNT; i++) {
            byOrientation[BaseClass.orientationOf(i)] += counts[place * BaseClass.COUNT + i];
        }
        Molecules molecules = molecules(piece.bases().alts(), index, key);
        SmallVariant.StrandCounts reference = strands(byOrientation);
        int depth = reference.sum();
        for (int base = 0; base < 4; base++) {
            depth += index.count(place * 4 + base);
        }
        double nearEnd = reference.sum() == 0 ? 1 : (piece.bases().nearEnd()[place] + 1.0) / (reference.sum() + 2.0);
        Set<CallFilter> filters = filters(quality, depth, reference, molecules, nearEnd);
        char referenceBase = "ACGT".charAt(piece.referenceCode(place));
        Variant variant = new Variant(
                piece.piece().contig(),
                piece.piece().start() + place,
                String.valueOf(referenceBase),
                String.valueOf("ACGT".charAt(key % 4)));
        double expected = model.baseErrors().expected(piece, index, place, key % 4, false)
                + model.baseErrors().expected(piece, index, place, key % 4, true);
        found.add(new Found(
                variant(variant, quality, filters, depth, reference, molecules, expected, 0), molecules.fragments()));
    }

    private void addIndel(List<Found> found, AltBases.Index index, int number) {
        int alternates = index.count(number * 4);
        double quality = quality(model.indelError(piece, index, number));
        if (quality < CallDefaults.LOWEST_WRITTEN_QUALITY) {
            return;
        }
        IndelPileup pileup = piece.indels();
        IndelAllele allele = piece.candidates().get(number);
        IndelContext context = IndelContext.of(allele, piece.window());
        Molecules molecules = molecules(pileup.alts(), index, number * 4);
        SmallVariant.StrandCounts reference = strands(Arrays.copyOfRange(
                pileup.references(), number * BaseClass.ORIENTATIONS, (number + 1) * BaseClass.ORIENTATIONS));
        int depth = reference.sum() + alternates + pileup.others()[number];
        // Reads that show an indel near their end are not counted for it, so there is no such bias to look for.
        Set<CallFilter> filters = filters(quality, depth, reference, molecules, 1);
        boolean stutters = context.unitBases() == 1
                && context.copies() >= CallDefaults.HOMOPOLYMER_COPIES
                && allele.size() <= CallDefaults.STUTTER_BASES
                && alternates < CallDefaults.HOMOPOLYMER_FRACTION * depth;
        if (stutters) {
            filters.add(CallFilter.HOMOPOLYMER);
        }
        Variant variant = new Variant(
                piece.piece().contig(),
                piece.window().position(allele.anchor()),
                allele.reference(piece.window()),
                allele.alternate(piece.window()));
        double expected = model.indelErrors().rate(context) * (reference.sum() + alternates);
        found.add(new Found(
                variant(variant, quality, filters, depth, reference, molecules, expected, context.copies()),
                molecules.fragments()));
    }

    private static SmallVariant variant(
            Variant variant,
            double quality,
            Set<CallFilter> filters,
            int depth,
            SmallVariant.StrandCounts reference,
            Molecules molecules,
            double expectedErrors,
            int repeatCopies) {
        return new SmallVariant(
                variant,
                quality,
                List.copyOf(filters),
                depth,
                reference,
                molecules.strands(),
                ExactLimits.clopperPearson(molecules.strands().sum(), depth, CallDefaults.CONFIDENCE),
                molecules.medianEndDistance(),
                expectedErrors,
                repeatCopies,
                OptionalInt.empty());
    }

    static double quality(double error) {
        return Math.max(0, Math.min(CallDefaults.HIGHEST_QUALITY, -10 * Math.log10(error)));
    }

    private Set<CallFilter> filters(
            double quality, int depth, SmallVariant.StrandCounts reference, Molecules molecules, double nearEnd) {
        EnumSet<CallFilter> filters = EnumSet.noneOf(CallFilter.class);
        if (quality < settings.passQuality()) {
            filters.add(CallFilter.LOW_QUAL);
        }
        SmallVariant.StrandCounts strands = molecules.strands();
        ExactLimits limits = ExactLimits.clopperPearson(strands.sum(), depth, CallDefaults.CONFIDENCE);
        boolean low = strands.sum() < settings.minFraction() * depth
                && limits.upper() < CallDefaults.SURELY_LOW_FACTOR * settings.minFraction();
        if (low) {
            filters.add(CallFilter.LOW_FRACTION);
        }
        int rarer = Math.min(strands.forward(), strands.reverse());
        if (rarer <= CallDefaults.STRAND_BIAS_RARER * strands.sum()
                && BiasTests.fisher(strands, reference) < CallDefaults.STRAND_BIAS_PROBABILITY) {
            filters.add(CallFilter.STRAND_BIAS);
        }
        if (molecules.nearEnd() >= CallDefaults.POSITION_BIAS_FRACTION * strands.sum()
                && BiasTests.nearEnds(molecules.nearEnd(), strands.sum(), nearEnd)
                        < CallDefaults.POSITION_BIAS_PROBABILITY) {
            filters.add(CallFilter.POSITION_BIAS);
        }
        if (molecules.medianDifferences() >= CallDefaults.MISMAPPED_DIFFERENCES) {
            filters.add(CallFilter.MISMAPPED);
        }
        return filters;
    }

    private static SmallVariant.StrandCounts strands(int[] byOrientation) {
        return new SmallVariant.StrandCounts(byOrientation[0] + byOrientation[2], byOrientation[1] + byOrientation[3]);
    }

    /** The molecules of one allele. */
    private record Molecules(
            SmallVariant.StrandCounts strands,
            int nearEnd,
            int medianEndDistance,
            int medianDifferences,
            BitSet fragments) {}

    private static Molecules molecules(AltBases alts, AltBases.Index index, int key) {
        int count = index.count(key);
        int[] byOrientation = new int[BaseClass.ORIENTATIONS];
        int[] distances = new int[count];
        int[] differences = new int[count];
        int nearEnd = 0;
        BitSet fragments = new BitSet();
        for (int n = 0; n < count; n++) {
            int entry = index.entry(key, n);
            byOrientation[BaseClass.orientationOf(alts.baseClass(entry))]++;
            distances[n] = alts.endDistance(entry);
            differences[n] = alts.otherMismatches(entry);
            nearEnd += distances[n] < CallDefaults.NEAR_END_BASES ? 1 : 0;
            fragments.set(alts.fragment(entry));
        }
        Arrays.sort(distances);
        Arrays.sort(differences);
        return new Molecules(strands(byOrientation), nearEnd, distances[count / 2], differences[count / 2], fragments);
    }

    /** Marks variants that lie close together on the same molecules, after adjacent bases among them were made one. */
    private static List<SmallVariant> inPhase(List<Found> atomic) {
        List<Found> found = AdjacentBases.join(atomic);
        SmallVariant[] calls = new SmallVariant[found.size()];
        for (int i = 0; i < calls.length; i++) {
            calls[i] = found.get(i).call();
        }
        for (int i = 0; i < calls.length; i++) {
            for (int j = i + 1; j < calls.length && isClose(calls[i], calls[j]); j++) {
                if (calls[i].passed() && calls[j].passed() && found.get(i).isOnMoleculesOf(found.get(j))) {
                    int set = calls[i].phaseSet().orElse(calls[i].variant().position());
                    calls[i] = calls[i].inPhase(set);
                    calls[j] = calls[j].inPhase(set);
                }
            }
        }
        return List.of(calls);
    }

    private static boolean isClose(SmallVariant one, SmallVariant later) {
        int end = one.variant().position() + one.variant().ref().length() - 1;
        return later.variant().position() - end <= CallDefaults.PHASE_BASES;
    }
}
