package org.marrow.variants.call.longlesion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.marrow.core.risk.TriState;
import org.marrow.core.variant.Assembly;
import org.marrow.core.variant.TargetRegion;
import org.marrow.variants.call.SmallVariant;
import org.marrow.variants.call.TargetCoverage;
import org.marrow.variants.lesion.Locus;

/**
 * Finds the {@link NamedIndel}s among called variants, and says which of the others are absent. On GRCh37 and GRCh38 the place
 * decides; on any other reference, such as a panel's own contigs, the targets' names do, see {@link ExonName}.
 */
public final class IndelLesions {
    private final List<SmallVariant> variants;
    private final List<TargetCoverage> coverage;
    private final Assembly assembly;

    private IndelLesions(List<SmallVariant> variants, List<TargetCoverage> coverage, Assembly assembly) {
        this.variants = variants;
        this.coverage = coverage;
        this.assembly = assembly;
    }

    /**
     * All named indels, in the order of {@link NamedIndel}, each at least once.
     *
     * @param variants as called, those that fail filters included
     * @param coverage of every target
     * @param assembly that positions count on
     */
    public static List<IndelFinding> find(
            List<SmallVariant> variants, List<TargetCoverage> coverage, Assembly assembly) {
        IndelLesions lesions = new IndelLesions(variants, coverage, assembly);
        List<IndelFinding> findings = new ArrayList<>();
        for (NamedIndel lesion : NamedIndel.values()) {
            findings.addAll(lesions.find(lesion));
        }
        return findings;
    }

    private List<IndelFinding> find(NamedIndel lesion) {
        List<TargetCoverage> region = region(lesion);
        List<TargetRegion> targets = region.stream().map(TargetCoverage::target).toList();
        OptionalDouble limit = isSeen(lesion, region) ? worstLimit(region) : OptionalDouble.empty();
        List<SmallVariant> here =
                variants.stream().filter(call -> isIn(lesion, targets, call)).toList();
        List<SmallVariant> matching = here.stream()
                .filter(call -> lesion.isLesion(IndelFinding.netBases(call)))
                .toList();
        if (!matching.isEmpty()) {
            return matching.stream()
                    .map(call -> new IndelFinding(
                            lesion,
                            call.passed() ? TriState.PRESENT : TriState.UNKNOWN,
                            Optional.of(call),
                            limit,
                            targets,
                            call.passed() ? "" : "called, but fails " + filters(call)))
                    .toList();
        }
        return List.of(notCalled(lesion, here, limit, targets));
    }

    private static IndelFinding notCalled(
            NamedIndel lesion, List<SmallVariant> here, OptionalDouble limit, List<TargetRegion> targets) {
        Optional<SmallVariant> doubtful = here.stream()
                .filter(call -> call.passed() && lesion.isDoubtful(IndelFinding.netBases(call)))
                .max(Comparator.comparingDouble(SmallVariant::fraction));
        TriState state = TriState.UNKNOWN;
        String note;
        if (targets.isEmpty()) {
            note = "no target of this region";
        } else if (doubtful.isPresent()) {
            note = "another change of length in this region";
        } else if (limit.isEmpty()) {
            note = "the region is not wholly covered";
        } else if (limit.getAsDouble() > LesionDefaults.HIGHEST_LIMIT_FOR_ABSENT) {
            note = String.format(
                    Locale.ROOT,
                    "not called, but the limit of detection is above %.2f",
                    LesionDefaults.HIGHEST_LIMIT_FOR_ABSENT);
        } else {
            state = TriState.ABSENT;
            note = "not called; the limit is that of an SNV at the worst position, which a long indel exceeds";
        }
        return new IndelFinding(lesion, state, doubtful, limit, targets, note);
    }

    private static String filters(SmallVariant call) {
        return String.join(
                ", ", call.filters().stream().map(filter -> filter.id()).toList());
    }

    private List<TargetCoverage> region(NamedIndel lesion) {
        return coverage.stream()
                .filter(one -> Locus.isPlaced(assembly)
                        ? isOn(lesion.region(), one.target())
                        : lesion.exons().stream().anyMatch(exons -> isNamed(lesion, exons, one.target())))
                .toList();
    }

    private boolean isOn(Locus locus, TargetRegion target) {
        return locus.overlaps(target.contig(), target.start(), target.end(), assembly);
    }

    private static boolean isNamed(NamedIndel lesion, Set<Integer> exons, TargetRegion target) {
        return target.name()
                .flatMap(ExonName::of)
                .filter(name -> name.gene().equals(lesion.gene()) && exons.contains(name.exon()))
                .isPresent();
    }

    private boolean isIn(NamedIndel lesion, List<TargetRegion> targets, SmallVariant call) {
        if (Locus.isPlaced(assembly)) {
            return lesion.region().overlaps(call.variant(), assembly);
        }
        int first = call.variant().position();
        int last = first + call.variant().ref().length() - 1;
        return targets.stream()
                .anyMatch(target -> target.contig().equals(call.variant().contig())
                        && first <= target.end()
                        // The base before an indel may be the one before the target.
                        && last >= target.start() - 1);
    }

    private boolean isSeen(NamedIndel lesion, List<TargetCoverage> region) {
        if (!region.stream().allMatch(one -> one.status() == TargetCoverage.Status.COVERED)) {
            return false;
        }
        if (Locus.isPlaced(assembly)) {
            return lesion.mustBeSeen().stream().allMatch(locus -> isWithin(locus, region));
        }
        return lesion.exons().stream()
                .allMatch(exons -> region.stream().anyMatch(one -> isNamed(lesion, exons, one.target())));
    }

    /** Whether the targets together hold every base of the locus. */
    private boolean isWithin(Locus locus, List<TargetCoverage> region) {
        int next = locus.start(assembly);
        List<TargetRegion> sorted = region.stream()
                .map(TargetCoverage::target)
                .filter(target -> isOn(locus, target))
                .sorted(Comparator.comparingInt(TargetRegion::start))
                .toList();
        for (TargetRegion target : sorted) {
            if (target.start() > next) {
                return false;
            }
            next = Math.max(next, target.end() + 1);
        }
        return next > locus.end(assembly);
    }

    private static OptionalDouble worstLimit(List<TargetCoverage> region) {
        return region.stream()
                .flatMapToDouble(one -> one.lowestDepthLimit().stream())
                .max();
    }
}
