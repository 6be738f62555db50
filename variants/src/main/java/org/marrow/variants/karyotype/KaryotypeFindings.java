package org.marrow.variants.karyotype;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.marrow.core.risk.TriState;
import org.marrow.variants.karyotype.KaryotypePolicy.CloneCounting;
import org.marrow.variants.karyotype.KaryotypePolicy.CloneSize;

/**
 * What a karyotype means for the risk schemes.
 *
 * <p>Constitutional abnormalities and transplant donors' clones never count. An abnormality that several clones share counts once.
 * A karyotype of donor cells alone leaves everything unknown, and {@code inc} leaves open what it does not name.
 *
 * @param abnormalities those that count, each once and in the order of the report
 * @param count number of abnormalities by the policy; a gain written twice, as in tetrasomy, counts twice (an open choice)
 * @param threeOrMore three or more abnormalities, which is what IPSS-R and IPSS-M call complex
 * @param complexEln2022 complex by ELN 2022: without a class-defining abnormality, and not a hyperdiploid karyotype of three or
 *     more trisomies without structural abnormality (a marker counts as structural for this exclusion, an open choice)
 * @param monosomal two or more autosomal monosomies, or one with a structural abnormality; never in CBF leukaemia. A marker is
 *     not structural here, by the tested cases
 * @param lesions each single lesion
 * @param notClonal abnormalities that were seen in too few cells and do not count, in uniform spelling
 * @param policyMatters when counting clones the other way would change {@code threeOrMore} or {@code monosomal}
 */
public record KaryotypeFindings(
        Karyotype karyotype,
        List<Abnormality> abnormalities,
        int count,
        TriState threeOrMore,
        TriState complexEln2022,
        TriState monosomal,
        Map<CytogeneticLesion, TriState> lesions,
        List<String> notClonal,
        boolean policyMatters) {
    /** Abnormalities that make a karyotype complex. */
    public static final int COMPLEX_FROM = 3;

    /** Trisomies that make a karyotype without structural abnormality hyperdiploid rather than complex. */
    public static final int HYPERDIPLOID_TRISOMIES = 3;

    private static final int DIPLOID = 46;

    /** The abnormalities that define an AML class by the ELN 2022 table, and PML::RARA. */
    private static final List<CytogeneticLesion> CLASS_DEFINING = List.of(
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

    public KaryotypeFindings {
        requireNonNull(karyotype, "karyotype");
        abnormalities = List.copyOf(abnormalities);
        requireNonNull(threeOrMore, "threeOrMore");
        requireNonNull(complexEln2022, "complexEln2022");
        requireNonNull(monosomal, "monosomal");
        lesions = Collections.unmodifiableMap(new EnumMap<>(lesions));
        notClonal = List.copyOf(notClonal);
    }

    /** Reads and interprets a karyotype by the {@linkplain KaryotypePolicy#DEFAULT usual policy}. */
    public static KaryotypeFindings of(String iscn) {
        return of(Karyotype.parse(iscn), KaryotypePolicy.DEFAULT);
    }

    public static KaryotypeFindings of(Karyotype karyotype, KaryotypePolicy policy) {
        return new Derivation(karyotype, policy.cloneSize()).derive(policy.counting());
    }

    public TriState lesion(CytogeneticLesion lesion) {
        return requireNonNull(lesions.get(lesion), lesion.label());
    }

    /** The first abnormality that is or may be this lesion. */
    public Optional<Abnormality> evidence(CytogeneticLesion lesion) {
        return abnormalities.stream()
                .filter(abnormality -> lesion.in(abnormality) != TriState.ABSENT)
                .findFirst();
    }

    /** A clone with what is left of it after the clone size is applied. */
    private record Counted(KaryotypeClone source, List<Abnormality> abnormalities) {}

    private static final class Derivation {
        private final Karyotype karyotype;
        private final List<Counted> clones = new ArrayList<>();
        private final Map<String, Abnormality> distinct = new LinkedHashMap<>();
        private final Set<String> notClonal = new HashSet<>();
        private final EnumMap<CytogeneticLesion, TriState> lesions = new EnumMap<>(CytogeneticLesion.class);

        /** Whether the report can show that something is absent. */
        private final boolean complete;

        Derivation(Karyotype karyotype, CloneSize cloneSize) {
            this.karyotype = karyotype;
            for (KaryotypeClone clone : karyotype.clones()) {
                if (!clone.donor()) {
                    List<Abnormality> kept = new ArrayList<>();
                    for (Abnormality abnormality : clone.abnormalities()) {
                        if (abnormality.constitutional()) {
                            continue;
                        }
                        if (cloneSize == CloneSize.REQUIRED && !isClonal(abnormality)) {
                            notClonal.add(abnormality.key());
                        } else {
                            kept.add(abnormality);
                            distinct.putIfAbsent(abnormality.key(), abnormality);
                        }
                    }
                    clones.add(new Counted(clone, kept));
                }
            }
            complete = !clones.isEmpty() && !karyotype.incomplete();
            for (CytogeneticLesion lesion : CytogeneticLesion.values()) {
                lesions.put(lesion, state(lesion));
            }
        }

        private boolean isClonal(Abnormality abnormality) {
            int required = abnormality.sign() < 0 ? CloneSize.CELLS_WITH_LOSS : CloneSize.CELLS_WITH_GAIN;
            int cells = 0;
            for (KaryotypeClone clone : karyotype.clones()) {
                for (Abnormality other : clone.abnormalities()) {
                    if (!clone.donor() && other.key().equals(abnormality.key())) {
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

        private TriState state(CytogeneticLesion lesion) {
            TriState any = complete ? TriState.ABSENT : TriState.UNKNOWN;
            for (Counted counted : clones) {
                for (Abnormality abnormality : counted.abnormalities()) {
                    TriState here = lesion.in(abnormality);
                    // A chromosome lost from three or four sets is not monosomic.
                    boolean relative = abnormality.kind() == Abnormality.Kind.NUMERICAL
                            && !counted.source().isNearDiploid();
                    any = any.or(here == TriState.PRESENT && relative ? TriState.UNKNOWN : here);
                }
            }
            return any;
        }

        private TriState known(CytogeneticLesion lesion) {
            return requireNonNull(lesions.get(lesion), lesion.label());
        }

        KaryotypeFindings derive(CloneCounting counting) {
            CloneCounting other = counting == CloneCounting.POOLED ? CloneCounting.WITHIN_CLONE : CloneCounting.POOLED;
            TriState threeOrMore = threeOrMore(counting);
            TriState monosomal = monosomal(counting);
            return new KaryotypeFindings(
                    karyotype,
                    List.copyOf(distinct.values()),
                    count(counting),
                    threeOrMore,
                    complexEln2022(counting),
                    monosomal,
                    lesions,
                    notClonal.stream()
                            .filter(key -> !distinct.containsKey(key))
                            .sorted()
                            .toList(),
                    threeOrMore != threeOrMore(other) || monosomal != monosomal(other));
        }

        /** Groups of abnormalities that add up: all clones together, or each clone for itself. */
        private List<List<Abnormality>> groups(CloneCounting counting) {
            if (counting == CloneCounting.WITHIN_CLONE) {
                return clones.stream().map(Counted::abnormalities).toList();
            }
            // Twice in one clone is two abnormalities, once in each of two clones is one.
            Map<String, List<Abnormality>> most = new LinkedHashMap<>();
            for (Counted counted : clones) {
                Map<String, List<Abnormality>> here = new LinkedHashMap<>();
                for (Abnormality abnormality : counted.abnormalities()) {
                    here.computeIfAbsent(abnormality.key(), key -> new ArrayList<>())
                            .add(abnormality);
                }
                here.forEach((key, list) ->
                        most.merge(key, list, (before, now) -> copies(now) > copies(before) ? now : before));
            }
            return List.of(most.values().stream().flatMap(List::stream).toList());
        }

        private static int copies(List<Abnormality> abnormalities) {
            return abnormalities.stream().mapToInt(Abnormality::copies).sum();
        }

        private int count(CloneCounting counting) {
            return groups(counting).stream().mapToInt(Derivation::copies).max().orElse(0);
        }

        private TriState threeOrMore(CloneCounting counting) {
            if (count(counting) >= COMPLEX_FROM) {
                return TriState.PRESENT;
            }
            return complete ? TriState.ABSENT : TriState.UNKNOWN;
        }

        private TriState complexEln2022(CloneCounting counting) {
            TriState classDefining = TriState.ABSENT;
            for (CytogeneticLesion lesion : CLASS_DEFINING) {
                classDefining = classDefining.or(known(lesion));
            }
            // What an incomplete report does not name may be structural, or a class of its own.
            TriState hyperdiploid =
                    !isHyperdiploid() ? TriState.ABSENT : complete ? TriState.PRESENT : TriState.UNKNOWN;
            return threeOrMore(counting).and(classDefining.or(hyperdiploid).not());
        }

        private boolean isHyperdiploid() {
            boolean trisomiesAlone = false;
            for (Counted counted : clones) {
                int gains = 0;
                for (Abnormality abnormality : counted.abnormalities()) {
                    if (abnormality.kind() != Abnormality.Kind.NUMERICAL) {
                        return false;
                    }
                    if (abnormality.sign() > 0) {
                        gains++;
                    }
                }
                if (gains >= HYPERDIPLOID_TRISOMIES && counted.source().highestNumber() > DIPLOID) {
                    trisomiesAlone = true;
                }
            }
            return trisomiesAlone;
        }

        private TriState monosomal(CloneCounting counting) {
            TriState cbf = known(CytogeneticLesion.RUNX1_RUNX1T1).or(known(CytogeneticLesion.CBFB_MYH11));
            TriState fulfilled =
                    complete && clones.stream().allMatch(c -> c.source().isNearDiploid())
                            ? TriState.ABSENT
                            : TriState.UNKNOWN;
            for (List<Abnormality> group : groups(counting)) {
                Set<String> monosomies = new HashSet<>();
                boolean structural = false;
                for (Abnormality abnormality : group) {
                    if (abnormality.isAutosomalLoss() && isInNearDiploidClone(abnormality)) {
                        monosomies.addAll(abnormality.chromosomes());
                    }
                    structural |= abnormality.kind() == Abnormality.Kind.STRUCTURAL;
                }
                if (monosomies.size() >= 2 || (monosomies.size() == 1 && structural)) {
                    fulfilled = TriState.PRESENT;
                }
            }
            return fulfilled.and(cbf.not());
        }

        private boolean isInNearDiploidClone(Abnormality abnormality) {
            return clones.stream()
                    .anyMatch(
                            c -> c.source().isNearDiploid() && c.abnormalities().contains(abnormality));
        }
    }
}
