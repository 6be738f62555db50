package org.marrow.variants.karyotype;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.marrow.core.risk.TriState;
import org.marrow.variants.karyotype.KaryotypePolicy.CloneCounting;
import org.marrow.variants.karyotype.KaryotypePolicy.CloneSize;

/** Counts abnormalities and finds lesions. */
final class KaryotypeDerivation {
    private static final int DIPLOID = 46;

    /** The abnormalities that define an AML class by the ELN 2022 table, and PML::RARA. */
    private static final List<CytogeneticLesion> DEFINING_2022 = List.of(
            CytogeneticLesion.RUNX1_RUNX1T1,
            CytogeneticLesion.CBFB_MYH11,
            CytogeneticLesion.MLLT3_KMT2A,
            CytogeneticLesion.DEK_NUP214,
            CytogeneticLesion.KMT2A_OTHER,
            CytogeneticLesion.BCR_ABL1,
            CytogeneticLesion.KAT6A_CREBBP,
            CytogeneticLesion.GATA2_MECOM,
            CytogeneticLesion.MECOM_OTHER,
            CytogeneticLesion.PML_RARA);

    /** The recurring translocations and inversions that ELN 2017 exempts; its list names no t(8;16) and no other MECOM. */
    private static final List<CytogeneticLesion> DEFINING_2017 = List.of(
            CytogeneticLesion.RUNX1_RUNX1T1,
            CytogeneticLesion.CBFB_MYH11,
            CytogeneticLesion.MLLT3_KMT2A,
            CytogeneticLesion.DEK_NUP214,
            CytogeneticLesion.KMT2A_OTHER,
            CytogeneticLesion.BCR_ABL1,
            CytogeneticLesion.GATA2_MECOM,
            CytogeneticLesion.PML_RARA);

    private final Karyotype karyotype;
    private final KaryotypePolicy policy;

    /** The patient's clones, counted from two sets. */
    private final List<KaryotypeClone> clones = new ArrayList<>();

    /** What is left of each after the clone size is applied. */
    private final List<List<Abnormality>> counted = new ArrayList<>();

    private final Map<String, Abnormality> distinct = new LinkedHashMap<>();
    private final Set<String> notClonal = new TreeSet<>();
    private final Map<CytogeneticLesion, Abnormality> shownBy = new EnumMap<>(CytogeneticLesion.class);
    private final Map<CytogeneticLesion, TriState> lesions = new EnumMap<>(CytogeneticLesion.class);
    private final Map<CytogeneticLesion, String> shownByFish = new EnumMap<>(CytogeneticLesion.class);
    private final List<KaryotypeRemark> remarks = new ArrayList<>();

    /** Whether the report can show that something is absent. */
    private final boolean complete;

    KaryotypeDerivation(Karyotype karyotype, KaryotypePolicy policy) {
        this.karyotype = karyotype;
        this.policy = policy;
        karyotype.clones().stream()
                .filter(clone -> !clone.donor())
                .map(CloneCounts::fromTwoSets)
                .forEach(clones::add);
        complete = !clones.isEmpty() && !karyotype.incomplete();
        clones.forEach(clone -> counted.add(countedOf(clone)));
        remarkOnNumbers();
        findLesions();
    }

    private List<Abnormality> countedOf(KaryotypeClone clone) {
        List<Abnormality> kept = new ArrayList<>();
        for (Abnormality abnormality : clone.abnormalities()) {
            if (policy.cloneSize() == CloneSize.REQUIRED && !isClonal(abnormality)) {
                notClonal.add(abnormality.key());
            } else {
                kept.add(abnormality);
                distinct.putIfAbsent(abnormality.key(), abnormality);
            }
        }
        return kept;
    }

    private boolean isClonal(Abnormality abnormality) {
        int required = abnormality.sign() < 0 ? CloneSize.CELLS_WITH_LOSS : CloneSize.CELLS_WITH_GAIN;
        int cells = 0;
        for (KaryotypeClone clone : clones) {
            for (Abnormality other : clone.abnormalities()) {
                if (other.key().equals(abnormality.key())) {
                    if (other.cells().isEmpty() && clone.cells().isEmpty()) {
                        return true;
                    }
                    cells += other.cells().orElse(clone.cells().orElse(0));
                    break;
                }
            }
        }
        return cells >= required;
    }

    private void remarkOnNumbers() {
        for (KaryotypeClone clone : karyotype.clones()) {
            clone.contradictingNumber()
                    .ifPresent(sum -> remarks.add(new KaryotypeRemark(
                            KaryotypeRemark.Code.KARYOTYPE_NUMBER_MISMATCH,
                            new ChromosomeNumber(clone.lowestNumber(), clone.highestNumber()) + " stated, " + sum
                                    + " by gains and losses: " + clone.canonical())));
        }
        for (ReportPart part : karyotype.parts()) {
            if (part instanceof ReportPart.Unread unread) {
                remarks.add(new KaryotypeRemark(KaryotypeRemark.Code.KARYOTYPE_PART_NOT_READ, unread.text()));
            }
        }
    }

    private void findLesions() {
        Map<CytogeneticLesion, TriState> chromosomes = new EnumMap<>(CytogeneticLesion.class);
        for (CytogeneticLesion lesion : CytogeneticLesion.values()) {
            chromosomes.put(lesion, ofChromosomes(lesion));
        }
        FishLesions fish = new FishLesions(karyotype);
        Map<String, List<String>> beyond = new LinkedHashMap<>();
        for (CytogeneticLesion lesion : CytogeneticLesion.values()) {
            TriState seen = chromosomes.get(lesion);
            TriState joined = fish.join(lesion, asked -> requireNonNull(chromosomes.get(asked), asked.label()));
            lesions.put(lesion, joined);
            if (joined == TriState.PRESENT && seen != TriState.PRESENT) {
                String shown = fish.evidence(lesion).orElseThrow();
                shownByFish.put(lesion, shown);
                beyond.computeIfAbsent(shown, text -> new ArrayList<>()).add(lesion.label());
            } else if (seen == TriState.PRESENT && fish.state(lesion) == TriState.ABSENT) {
                remarks.add(new KaryotypeRemark(KaryotypeRemark.Code.FISH_AGAINST_KARYOTYPE, lesion.label()));
            }
        }
        // Without clones there are no chromosomes that it could go beyond.
        if (!clones.isEmpty()) {
            beyond.forEach((text, labels) -> remarks.add(new KaryotypeRemark(
                    KaryotypeRemark.Code.FISH_BEYOND_KARYOTYPE, String.join(", ", labels) + ": " + text)));
        }
    }

    private TriState ofChromosomes(CytogeneticLesion lesion) {
        TriState any = complete ? TriState.ABSENT : TriState.UNKNOWN;
        Abnormality maybe = null;
        for (int i = 0; i < clones.size(); i++) {
            for (Abnormality abnormality : counted.get(i)) {
                TriState here = lesion.in(abnormality, counted.get(i));
                // A chromosome lost from three or four sets is not monosomic.
                boolean relative = abnormality.kind() == Abnormality.Kind.NUMERICAL
                        && !clones.get(i).isNearDiploid();
                here = here == TriState.PRESENT && relative ? TriState.UNKNOWN : here;
                if (here == TriState.PRESENT) {
                    shownBy.putIfAbsent(lesion, abnormality);
                } else if (here == TriState.UNKNOWN && maybe == null) {
                    maybe = abnormality;
                }
                any = any.or(here);
            }
        }
        if (maybe != null) {
            shownBy.putIfAbsent(lesion, maybe);
        }
        return any;
    }

    private TriState known(CytogeneticLesion lesion) {
        return requireNonNull(lesions.get(lesion), lesion.label());
    }

    private TriState any(List<CytogeneticLesion> asked) {
        return asked.stream().map(this::known).reduce(TriState.ABSENT, TriState::or);
    }

    KaryotypeFindings derive() {
        CloneCounting counting = policy.counting();
        CloneCounting other = counting == CloneCounting.POOLED ? CloneCounting.WITHIN_CLONE : CloneCounting.POOLED;
        TriState threeOrMore = threeOrMore(counting);
        TriState monosomal = monosomal(counting);
        notClonal.removeAll(distinct.keySet());
        return new KaryotypeFindings(
                karyotype,
                policy,
                List.copyOf(distinct.values()),
                most(counting),
                least(counting),
                most(CloneCounting.POOLED),
                counted.stream().map(CloneCounts::most).toList(),
                threeOrMore,
                threeOrMore.and(any(DEFINING_2022).or(hyperdiploid()).not()),
                threeOrMore.and(any(DEFINING_2017).not()),
                monosomal,
                lesions,
                shownBy,
                shownByFish,
                List.copyOf(notClonal),
                threeOrMore != threeOrMore(other) || monosomal != monosomal(other),
                remarks);
    }

    /** Groups of abnormalities that add up: all clones together, or each clone for itself. */
    private List<List<Abnormality>> groups(CloneCounting counting) {
        if (counting == CloneCounting.WITHIN_CLONE) {
            return counted;
        }
        // Twice in one clone is two abnormalities, once in each of two clones is one.
        Map<String, List<Abnormality>> most = new LinkedHashMap<>();
        for (List<Abnormality> clone : counted) {
            Map<String, List<Abnormality>> here = new LinkedHashMap<>();
            for (Abnormality abnormality : clone) {
                here.computeIfAbsent(abnormality.key(), key -> new ArrayList<>())
                        .add(abnormality);
            }
            here.forEach((key, list) -> most.merge(
                    key, list, (before, now) -> CloneCounts.most(now) > CloneCounts.most(before) ? now : before));
        }
        return List.of(most.values().stream().flatMap(List::stream).toList());
    }

    private int most(CloneCounting counting) {
        return groups(counting).stream().mapToInt(CloneCounts::most).max().orElse(0);
    }

    private int least(CloneCounting counting) {
        return groups(counting).stream().mapToInt(CloneCounts::least).max().orElse(0);
    }

    private TriState threeOrMore(CloneCounting counting) {
        if (least(counting) >= KaryotypeFindings.COMPLEX_FROM) {
            return TriState.PRESENT;
        }
        return complete && most(counting) < KaryotypeFindings.COMPLEX_FROM ? TriState.ABSENT : TriState.UNKNOWN;
    }

    /** What an incomplete report does not name may be structural. */
    private TriState hyperdiploid() {
        boolean trisomiesAlone = false;
        for (int i = 0; i < clones.size(); i++) {
            if (!counted.get(i).isEmpty() && clones.get(i).highestNumber() < DIPLOID) {
                return TriState.ABSENT;
            }
            int gains = 0;
            for (Abnormality abnormality : counted.get(i)) {
                if (abnormality.kind() != Abnormality.Kind.NUMERICAL) {
                    return TriState.ABSENT;
                }
                if (abnormality.sign() > 0) {
                    gains++;
                }
            }
            trisomiesAlone |= gains >= KaryotypeFindings.HYPERDIPLOID_TRISOMIES
                    && clones.get(i).highestNumber() > DIPLOID;
        }
        return !trisomiesAlone ? TriState.ABSENT : complete ? TriState.PRESENT : TriState.UNKNOWN;
    }

    private TriState monosomal(CloneCounting counting) {
        TriState cbf = known(CytogeneticLesion.RUNX1_RUNX1T1).or(known(CytogeneticLesion.CBFB_MYH11));
        TriState fulfilled = complete && !losesFromMoreThanTwoSets() ? TriState.ABSENT : TriState.UNKNOWN;
        for (List<Abnormality> group : groups(counting)) {
            TriState here = isMonosomal(group, true)
                    ? TriState.PRESENT
                    : isMonosomal(group, false) ? TriState.UNKNOWN : TriState.ABSENT;
            fulfilled = fulfilled.or(here);
        }
        return fulfilled.and(cbf.not());
    }

    /** Whether autosomes are lost of three sets or more, which may be monosomies or not. */
    private boolean losesFromMoreThanTwoSets() {
        for (int i = 0; i < clones.size(); i++) {
            if (!clones.get(i).isNearDiploid() && counted.get(i).stream().anyMatch(Abnormality::isAutosomalLoss)) {
                return true;
            }
        }
        return false;
    }

    /** @param sure whether to leave out what the report doubts to be acquired */
    private boolean isMonosomal(List<Abnormality> group, boolean sure) {
        Set<String> monosomies = new HashSet<>();
        boolean structural = false;
        for (Abnormality abnormality : group) {
            if (sure && abnormality.origin() == Abnormality.Origin.DOUBTFUL) {
                continue;
            }
            if (abnormality.isAutosomalLoss() && isInNearDiploidClone(abnormality)) {
                monosomies.addAll(abnormality.chromosomes());
            }
            structural |= abnormality.kind() == Abnormality.Kind.STRUCTURAL;
        }
        return monosomies.size() >= 2 || (monosomies.size() == 1 && structural);
    }

    private boolean isInNearDiploidClone(Abnormality abnormality) {
        for (int i = 0; i < clones.size(); i++) {
            if (clones.get(i).isNearDiploid() && counted.get(i).contains(abnormality)) {
                return true;
            }
        }
        return false;
    }
}
