package org.marrow.mrd.track;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.UserException;
import org.marrow.core.mrd.MrdStatus;
import org.marrow.core.mrd.MrdTarget;
import org.marrow.core.port.ReadSource;
import org.marrow.core.port.ReadSource.ContigLength;
import org.marrow.core.port.ReferenceSource;
import org.marrow.core.variant.Variant;

/**
 * Follows a patient's markers in the reads of one sample.
 *
 * <p>Each marker is judged by itself, so it does not matter which others are followed with it. A variant near the end of a read
 * counts like any other.
 *
 * <p>Without a reference the base of more than half of the molecules stands in for it, and the marker's own REF is believed.
 */
public final class MarkerTracking {
    private final ReadSource reads;
    private final Optional<ReferenceSource> reference;
    private final TrackSettings settings;

    private MarkerTracking(ReadSource reads, Optional<ReferenceSource> reference, TrackSettings settings) {
        this.reads = reads;
        this.reference = reference;
        this.settings = settings;
    }

    /**
     * Counts every marker; the result has the markers' order.
     *
     * @param markers each with a small variant
     * @throws UserException naming the first marker that is not a small variant, whose contig or position the reads or the
     *     reference do not have, or whose REF is not the reference's; before any read is looked at
     */
    public static List<MarkerEvidence> track(
            List<MrdTarget> markers, ReadSource reads, Optional<ReferenceSource> reference, TrackSettings settings) {
        MarkerTracking tracking = new MarkerTracking(reads, reference, settings);
        List<PlacedMarker> placed = new ArrayList<>();
        for (MrdTarget marker : markers) {
            placed.add(tracking.place(marker));
        }
        List<MarkerEvidence> evidence = new ArrayList<>();
        for (PlacedMarker marker : placed) {
            evidence.add(tracking.follow(marker));
        }
        return List.copyOf(evidence);
    }

    private record PlacedMarker(MrdTarget target, Variant variant, int contigLength) {
        String describe() {
            return "marker " + target.name() + " (" + variant.describe() + ")";
        }

        int variantEnd() {
            return variant.position() + variant.ref().length() - 1;
        }

        boolean isSubstitution() {
            return variant.ref().length() == variant.alt().length();
        }
    }

    private PlacedMarker place(MrdTarget target) {
        Variant variant = target.variant()
                .orElseThrow(() -> new UserException(
                        ErrorCode.USAGE,
                        "marker " + target.name() + " has no small variant, which is what can be followed in reads."));
        if (variant.isSymbolic() || variant.ref().contains("N") || variant.alt().contains("N")) {
            throw new UserException(
                    ErrorCode.USAGE,
                    "marker " + target.name() + " (" + variant.describe()
                            + ") has to give REF and ALT in the bases A, C, G and T; symbolic alleles and N cannot be "
                            + "looked for in reads.");
        }
        int contigLength = contigLength(target, variant);
        PlacedMarker marker = new PlacedMarker(target, variant, contigLength);
        if (marker.variantEnd() > contigLength) {
            throw mismatch(
                    marker,
                    "lies beyond the end of " + variant.contig() + " in the reads, which has " + contigLength
                            + " bases.");
        }
        reference.ifPresent(source -> checkAgainst(source, marker));
        return marker;
    }

    private int contigLength(MrdTarget target, Variant variant) {
        List<String> names = new ArrayList<>();
        for (ContigLength contig : reads.contigs()) {
            if (contig.contig().equals(variant.contig())) {
                return contig.length();
            }
            names.add(contig.contig());
        }
        String some = String.join(", ", names.subList(0, Math.min(5, names.size())));
        throw new UserException(
                ErrorCode.MISMATCH,
                "marker " + target.name() + " (" + variant.describe() + ") is on contig " + variant.contig()
                        + ", which the reads do not have; their " + names.size() + " contigs begin with " + some + ".");
    }

    private static void checkAgainst(ReferenceSource source, PlacedMarker marker) {
        Variant variant = marker.variant();
        if (!source.contains(variant.contig())) {
            throw mismatch(marker, "is on contig " + variant.contig() + ", which the reference does not have.");
        }
        int length = source.length(variant.contig());
        if (length != marker.contigLength()) {
            throw mismatch(
                    marker,
                    "is on contig " + variant.contig() + ", which has " + length
                            + " bases in the reference and " + marker.contigLength()
                            + " in the reads: they are of different assemblies.");
        }
        String bases = source.bases(variant.contig(), variant.position(), marker.variantEnd());
        if (!bases.equals(variant.ref())) {
            throw mismatch(
                    marker,
                    "has REF " + variant.ref() + ", and the reference has " + bases
                            + " there: they are of different assemblies, or the marker is misplaced.");
        }
    }

    private static UserException mismatch(PlacedMarker marker, String what) {
        return new UserException(ErrorCode.MISMATCH, marker.describe() + " " + what);
    }

    private MarkerEvidence follow(PlacedMarker marker) {
        LocalSequence sequence = sequenceAround(marker);
        AlleleMatcher matcher = marker.isSubstitution()
                ? SubstitutionMatcher.of(marker.variant())
                : HaplotypeMatcher.of(marker.variant(), sequence);
        PileupCounts counts = pileup(
                marker,
                matcher,
                Math.max(1, matcher.firstPosition() - TrackDefaults.BACKGROUND_FLANK_BASES),
                Math.min(marker.contigLength(), matcher.lastPosition() + TrackDefaults.BACKGROUND_FLANK_BASES));
        return judge(marker, matcher, counts, Background.measure(matcher, counts, sequence, settings));
    }

    private LocalSequence sequenceAround(PlacedMarker marker) {
        Variant variant = marker.variant();
        int flank = TrackDefaults.PLACEMENT_FLANK_BASES
                + 2 * Math.max(variant.ref().length(), variant.alt().length());
        int first = Math.max(1, variant.position() - flank);
        int last = Math.min(marker.contigLength(), marker.variantEnd() + flank);
        if (reference.isPresent()) {
            return new LocalSequence(first, reference.get().bases(variant.contig(), first, last));
        }
        AlleleMatcher anywhere = new SubstitutionMatcher(variant.position(), variant.ref(), variant.ref());
        PileupCounts counts = pileup(marker, anywhere, first, last);
        StringBuilder bases = new StringBuilder();
        for (int position = first; position <= last; position++) {
            int inVariant = position - variant.position();
            boolean isGiven = inVariant >= 0 && inVariant < variant.ref().length();
            bases.append(
                    isGiven
                            ? variant.ref().charAt(inVariant)
                            : counts.at(position).majority());
        }
        return new LocalSequence(first, bases.toString());
    }

    private PileupCounts pileup(PlacedMarker marker, AlleleMatcher matcher, int first, int last) {
        MoleculePileup pileup = new MoleculePileup(matcher, first, last, settings);
        reads.forEachOverlapping(marker.variant().contig(), first, last, pileup);
        return pileup.count();
    }

    private MarkerEvidence judge(
            PlacedMarker marker, AlleleMatcher matcher, PileupCounts counts, Background background) {
        AlleleCounts molecules = new AlleleCounts(
                counts.molecules(Allele.REFERENCE),
                counts.molecules(Allele.ALTERNATE),
                counts.molecules(Allele.OTHER) + counts.molecules(Allele.OTHER_INDEL));
        long depth = molecules.depth();
        long alternate = molecules.alternate();
        DetectionLimits limits = DetectionLimits.of(Math.max(1, depth), background.rate(), settings);
        MrdStatus status = status(depth, alternate, limits);
        boolean isDetected = status == MrdStatus.DETECTED || status == MrdStatus.DETECTED_BELOW_QUANTIFICATION;
        List<String> notes = new ArrayList<>();
        if (status == MrdStatus.NOT_COVERED) {
            notes.add(depth + " molecules cover the marker; " + settings.minDepthMolecules()
                    + " are needed before a negative says anything.");
        } else if (depth < settings.minDepthMolecules()) {
            notes.add("Only " + depth + " molecules cover the marker: present, and its level is hardly known.");
        }
        if (!isDetected && alternate > 0) {
            notes.add(alternate + " of " + depth + " molecules show the variant; detected would be "
                    + limits.criticalCount() + " or more, as background alone makes fewer.");
        }
        double expected = depth * background.rate().mean();
        if (isDetected && expected > 0.1 * alternate) {
            notes.add(String.format(
                    Locale.ROOT,
                    "About %.1f of the %d alternate molecules are expected from background alone; the fraction is given "
                            + "without subtracting them.",
                    expected,
                    alternate));
        }
        notes.addAll(background.notes());
        notes.addAll(notesOnReads(matcher, counts));
        return new MarkerEvidence(
                marker.target(),
                marker.variant(),
                status,
                molecules,
                counts.fates(),
                background.rate(),
                limits.criticalCount(),
                status == MrdStatus.NOT_COVERED
                        ? Optional.empty()
                        : Optional.of(VafInterval.of(molecules, isDetected, background.rate())),
                limits.detection(),
                limits.quantification(),
                alternate == 0 ? 1 : background.rate().probabilityOfAtLeast(alternate, depth),
                notes);
    }

    private MrdStatus status(long depth, long alternate, DetectionLimits limits) {
        if (alternate >= limits.criticalCount()) {
            boolean isQuantified = limits.quantification().isPresent()
                    && (double) alternate / depth >= limits.quantification().getAsDouble();
            return isQuantified ? MrdStatus.DETECTED : MrdStatus.DETECTED_BELOW_QUANTIFICATION;
        }
        if (depth < settings.minDepthMolecules()) {
            return MrdStatus.NOT_COVERED;
        }
        return limits.detection().isPresent() ? MrdStatus.NOT_DETECTED_BELOW_LOD : MrdStatus.NOT_DETECTED_LOD_UNKNOWN;
    }

    private static List<String> notesOnReads(AlleleMatcher matcher, PileupCounts counts) {
        List<String> notes = new ArrayList<>();
        if (counts.namesLookUmiTagged()) {
            notes.add("Read names end in UMIs, and reads of one UMI were not joined: depth is in read pairs, not in "
                    + "molecules, so the limit of detection may be optimistic.");
        }
        long withoutQualities = counts.fates().getOrDefault(ReadFate.NO_QUALITIES, 0L);
        if (withoutQualities > 0) {
            notes.add(withoutQualities + " reads carry no bases or no base qualities and were not counted.");
        }
        if (matcher instanceof HaplotypeMatcher && matcher.placements() >= TrackDefaults.REPEAT_PLACEMENTS) {
            notes.add("The variant lies in a repeat with " + matcher.placements()
                    + " possible places; stutter there is known only by the other lengths seen at it.");
        }
        return notes;
    }
}
