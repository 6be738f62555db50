package org.marrow.variants.karyotype;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marrow.core.risk.TriState;

/**
 * What a karyotype means for the risk schemes.
 *
 * <p>Constitutional abnormalities, fragile sites, uniparental disomies and transplant donors' clones never count. An abnormality
 * that several clones share counts once. A karyotype of donor cells alone leaves everything unknown, and {@code inc} leaves open
 * what it does not name. In situ hybridisation adds to the lesions and never to the counts.
 *
 * @param policy by which it was counted
 * @param abnormalities those that count, each once and in the order of the report
 * @param count number of abnormalities by the policy; a gain written twice, as in tetrasomy, counts twice (an open choice), and
 *     of a range of markers the most
 * @param leastCount the same without what the report doubts to be acquired, and with the fewest markers of a range
 * @param pooledCount {@code count} with all clones together
 * @param countByClone {@code count} of each clone of the patient, in the order of the report
 * @param threeOrMore three or more abnormalities, which is what IPSS-R and IPSS-M call complex
 * @param complexEln2022 complex by ELN 2022: without a class-defining abnormality, and not a hyperdiploid karyotype of three or
 *     more trisomies without structural abnormality (a marker counts as structural for this exclusion, an open choice)
 * @param complexEln2017 complex by ELN 2017: without a recurring translocation or inversion; hyperdiploid karyotypes count
 * @param monosomal two or more autosomal monosomies, or one with a structural abnormality; never in CBF leukaemia. A marker is
 *     not structural here, by the tested cases
 * @param lesions each single lesion, by chromosomes and hybridisation
 * @param shownBy the abnormality that is a lesion, or may be, for those lesions that have one
 * @param shownByFish the hybridisation that shows a lesion, for those lesions that have one
 * @param notClonal abnormalities that were seen in too few cells and do not count, in uniform spelling
 * @param policyMatters when counting clones the other way would change {@code threeOrMore} or {@code monosomal}
 * @param remarks what a reader must know of the report
 */
public record KaryotypeFindings(
        Karyotype karyotype,
        KaryotypePolicy policy,
        List<Abnormality> abnormalities,
        int count,
        int leastCount,
        int pooledCount,
        List<Integer> countByClone,
        TriState threeOrMore,
        TriState complexEln2022,
        TriState complexEln2017,
        TriState monosomal,
        Map<CytogeneticLesion, TriState> lesions,
        Map<CytogeneticLesion, Abnormality> shownBy,
        Map<CytogeneticLesion, String> shownByFish,
        List<String> notClonal,
        boolean policyMatters,
        List<KaryotypeRemark> remarks) {
    /** Abnormalities that make a karyotype complex. */
    public static final int COMPLEX_FROM = 3;

    /** Trisomies that make a karyotype without structural abnormality hyperdiploid rather than complex. */
    public static final int HYPERDIPLOID_TRISOMIES = 3;

    public KaryotypeFindings {
        requireNonNull(karyotype, "karyotype");
        requireNonNull(policy, "policy");
        abnormalities = List.copyOf(abnormalities);
        countByClone = List.copyOf(countByClone);
        requireNonNull(threeOrMore, "threeOrMore");
        requireNonNull(complexEln2022, "complexEln2022");
        requireNonNull(complexEln2017, "complexEln2017");
        requireNonNull(monosomal, "monosomal");
        lesions = Collections.unmodifiableMap(new EnumMap<>(lesions));
        shownBy = Map.copyOf(shownBy);
        shownByFish = Map.copyOf(shownByFish);
        notClonal = List.copyOf(notClonal);
        remarks = List.copyOf(remarks);
    }

    /** Reads and interprets a karyotype by the {@linkplain KaryotypePolicy#DEFAULT usual policy}. */
    public static KaryotypeFindings of(String iscn) {
        return of(Karyotype.parse(iscn), KaryotypePolicy.DEFAULT);
    }

    public static KaryotypeFindings of(Karyotype karyotype, KaryotypePolicy policy) {
        return new KaryotypeDerivation(karyotype, policy).derive();
    }

    /** The same from the chromosomes alone, for schemes that are made for conventional cytogenetics, such as IPSS-R. */
    public KaryotypeFindings withoutFish() {
        return of(new Karyotype(karyotype.text(), karyotype.clones(), List.of()), policy);
    }

    public TriState lesion(CytogeneticLesion lesion) {
        return requireNonNull(lesions.get(lesion), lesion.label());
    }

    /** The first abnormality that is this lesion, else the first that may be. */
    public Optional<Abnormality> evidence(CytogeneticLesion lesion) {
        return Optional.ofNullable(shownBy.get(lesion));
    }

    /** The abnormality or the hybridisation that shows a lesion, in the report's words; empty unless it is present. */
    public Optional<String> evidenceText(CytogeneticLesion lesion) {
        if (lesion(lesion) != TriState.PRESENT) {
            return Optional.empty();
        }
        Optional<String> fish = Optional.ofNullable(shownByFish.get(lesion));
        return fish.or(() -> evidence(lesion).map(Abnormality::key));
    }

    /** Whether there are at least so many abnormalities; unknown where the report leaves their number open. */
    public TriState atLeast(int abnormalityCount) {
        if (leastCount >= abnormalityCount) {
            return TriState.PRESENT;
        }
        return isComplete() && count < abnormalityCount ? TriState.ABSENT : TriState.UNKNOWN;
    }

    /** Whether the report can show that something is absent: it has clones of the patient, and names all that is abnormal. */
    public boolean isComplete() {
        return !countByClone.isEmpty() && !karyotype.incomplete();
    }
}
