package org.marrow.variants.karyotype;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.marrow.core.risk.TriState;
import org.marrow.variants.karyotype.FishSignal.Relation;

/**
 * What in situ hybridisation proves. A pattern counts as the laboratory wrote it, whatever its number of cells, for the text does
 * not tell the laboratory's cut-off: an open choice.
 */
final class FishLesions {
    /** Genes that a fusion joins, by the lesion. */
    private static final Map<CytogeneticLesion, List<Set<String>>> FUSIONS = fusions();

    /** Lesions that a break-apart probe of a gene proves, and those of which it leaves open whether it is they. */
    private static final Map<String, BreakApart> BREAK_APART = Map.of(
            "KMT2A",
            new BreakApart(
                    Optional.of(CytogeneticLesion.KMT2A_OTHER),
                    List.of(CytogeneticLesion.MLLT3_KMT2A, CytogeneticLesion.KMT2A_AFF1)),
            "MECOM",
            new BreakApart(Optional.of(CytogeneticLesion.MECOM_OTHER), List.of(CytogeneticLesion.GATA2_MECOM)),
            "RARA",
            new BreakApart(Optional.empty(), List.of(CytogeneticLesion.PML_RARA, CytogeneticLesion.RARA_OTHER)),
            "NUP98",
            new BreakApart(Optional.of(CytogeneticLesion.NUP98_R), List.of()),
            "CBFB",
            new BreakApart(Optional.empty(), List.of(CytogeneticLesion.CBFB_MYH11)),
            "TCF3",
            new BreakApart(Optional.empty(), List.of(CytogeneticLesion.TCF3_PBX1, CytogeneticLesion.TCF3_HLF)),
            "IGH",
            new BreakApart(Optional.of(CytogeneticLesion.IGH_R), List.of()),
            "MYC",
            new BreakApart(Optional.of(CytogeneticLesion.MYC_R), List.of()));

    /** Lesions of one chromosome that signals count. */
    private enum Counted {
        MONOSOMY_5(CytogeneticLesion.MONOSOMY_5, "5", "", false),
        MONOSOMY_7(CytogeneticLesion.MONOSOMY_7, "7", "", false),
        MONOSOMY_13(CytogeneticLesion.MONOSOMY_13, "13", "", false),
        MONOSOMY_17(CytogeneticLesion.MONOSOMY_17, "17", "", false),
        DEL_5Q(CytogeneticLesion.DEL_5Q, "5", "q", false),
        DEL_7Q(CytogeneticLesion.DEL_7Q, "7", "q", false),
        DEL_11Q(CytogeneticLesion.DEL_11Q, "11", "q", false),
        DEL_12P(CytogeneticLesion.DEL_12P, "12", "p", false),
        DEL_13Q(CytogeneticLesion.DEL_13Q, "13", "q", false),
        DEL_17P(CytogeneticLesion.DEL_17P, "17", "p", false),
        DEL_20Q(CytogeneticLesion.DEL_20Q, "20", "q", false),
        TRISOMY_8(CytogeneticLesion.TRISOMY_8, "8", "", true),
        TRISOMY_9(CytogeneticLesion.TRISOMY_9, "9", "", true);

        private final CytogeneticLesion lesion;
        private final String chromosome;
        private final String arm;
        private final boolean gain;

        Counted(CytogeneticLesion lesion, String chromosome, String arm, boolean gain) {
            this.lesion = lesion;
            this.chromosome = chromosome;
            this.arm = arm;
            this.gain = gain;
        }
    }

    /** What a deleted arm is lost of, whole chromosome or not. */
    private static final Map<CytogeneticLesion, Probes.Place> LOSSES = Map.of(
            CytogeneticLesion.LOSS_5Q, new Probes.Place("5", "q"),
            CytogeneticLesion.LOSS_7Q, new Probes.Place("7", "q"),
            CytogeneticLesion.LOSS_12P, new Probes.Place("12", "p"),
            CytogeneticLesion.LOSS_17P, new Probes.Place("17", "p"));

    private record BreakApart(Optional<CytogeneticLesion> proven, List<CytogeneticLesion> open) {
        /** Whether the partner is known, so that the gene is not broken for another reason too. */
        boolean isExplained(FishLesions fish, Function<CytogeneticLesion, TriState> chromosomes) {
            return proven.filter(lesion -> chromosomes.apply(lesion) == TriState.PRESENT)
                            .isPresent()
                    || open.stream()
                            .anyMatch(lesion -> chromosomes.apply(lesion).or(fish.state(lesion)) == TriState.PRESENT);
        }
    }

    /** Lesions that name any partner but one, by the lesion of that one. */
    private static final Map<CytogeneticLesion, CytogeneticLesion> PARTNERS = Map.of(
            CytogeneticLesion.KMT2A_OTHER, CytogeneticLesion.MLLT3_KMT2A,
            CytogeneticLesion.MECOM_OTHER, CytogeneticLesion.GATA2_MECOM);

    private final Map<CytogeneticLesion, TriState> states = new EnumMap<>(CytogeneticLesion.class);
    private final Map<CytogeneticLesion, String> evidence = new EnumMap<>(CytogeneticLesion.class);
    private final Map<CytogeneticLesion, BreakApart> partnerOpen = new EnumMap<>(CytogeneticLesion.class);

    FishLesions(Karyotype karyotype) {
        for (ReportPart part : karyotype.parts()) {
            if (part instanceof ReportPart.Hybridisation read && !karyotype.isOfDonor(part)) {
                for (FishPattern pattern : read.patterns()) {
                    if (pattern.isSeen()) {
                        read(pattern, read.text());
                    }
                }
            }
        }
    }

    private static Map<CytogeneticLesion, List<Set<String>>> fusions() {
        Map<CytogeneticLesion, List<Set<String>>> fusions = new EnumMap<>(CytogeneticLesion.class);
        fusions.put(CytogeneticLesion.RUNX1_RUNX1T1, List.of(Set.of("RUNX1", "RUNX1T1")));
        fusions.put(CytogeneticLesion.CBFB_MYH11, List.of(Set.of("CBFB", "MYH11")));
        fusions.put(CytogeneticLesion.MLLT3_KMT2A, List.of(Set.of("KMT2A", "MLLT3")));
        fusions.put(CytogeneticLesion.KMT2A_AFF1, List.of(Set.of("KMT2A", "AFF1")));
        fusions.put(
                CytogeneticLesion.KMT2A_OTHER,
                List.of(
                        Set.of("KMT2A", "AFF1"),
                        Set.of("KMT2A", "AFDN"),
                        Set.of("KMT2A", "ELL"),
                        Set.of("KMT2A", "MLLT1"),
                        Set.of("KMT2A", "MLLT10")));
        fusions.put(CytogeneticLesion.DEK_NUP214, List.of(Set.of("DEK", "NUP214")));
        fusions.put(CytogeneticLesion.BCR_ABL1, List.of(Set.of("BCR", "ABL1")));
        fusions.put(CytogeneticLesion.KAT6A_CREBBP, List.of(Set.of("KAT6A", "CREBBP")));
        // RPN1 is the probe beside GATA2.
        fusions.put(CytogeneticLesion.GATA2_MECOM, List.of(Set.of("GATA2", "MECOM"), Set.of("RPN1", "MECOM")));
        fusions.put(CytogeneticLesion.MECOM_OTHER, List.of(Set.of("RUNX1", "MECOM"), Set.of("ETV6", "MECOM")));
        fusions.put(CytogeneticLesion.PML_RARA, List.of(Set.of("PML", "RARA")));
        fusions.put(
                CytogeneticLesion.RARA_OTHER,
                List.of(Set.of("ZBTB16", "RARA"), Set.of("NPM1", "RARA"), Set.of("NUMA1", "RARA")));
        fusions.put(
                CytogeneticLesion.NUP98_R,
                List.of(Set.of("NUP98", "NSD1"), Set.of("NUP98", "KDM5A"), Set.of("NUP98", "HOXA9")));
        fusions.put(CytogeneticLesion.RBM15_MRTFA, List.of(Set.of("RBM15", "MRTFA")));
        fusions.put(CytogeneticLesion.CBFA2T3_GLIS2, List.of(Set.of("CBFA2T3", "GLIS2")));
        fusions.put(CytogeneticLesion.PICALM_MLLT10, List.of(Set.of("PICALM", "MLLT10")));
        fusions.put(CytogeneticLesion.FUS_ERG, List.of(Set.of("FUS", "ERG")));
        fusions.put(CytogeneticLesion.RUNX1_CBFA2T3, List.of(Set.of("RUNX1", "CBFA2T3")));
        fusions.put(CytogeneticLesion.ETV6_MNX1, List.of(Set.of("ETV6", "MNX1")));
        fusions.put(CytogeneticLesion.NPM1_MLF1, List.of(Set.of("NPM1", "MLF1")));
        fusions.put(CytogeneticLesion.PRDM16_RPN1, List.of(Set.of("PRDM16", "RPN1")));
        fusions.put(CytogeneticLesion.ETV6_RUNX1, List.of(Set.of("ETV6", "RUNX1")));
        fusions.put(CytogeneticLesion.TCF3_PBX1, List.of(Set.of("TCF3", "PBX1")));
        fusions.put(CytogeneticLesion.TCF3_HLF, List.of(Set.of("TCF3", "HLF")));
        fusions.put(
                CytogeneticLesion.IGH_R, List.of(Set.of("IGH", "MYC"), Set.of("IGH", "CRLF2"), Set.of("IGH", "BCL2")));
        fusions.put(CytogeneticLesion.MYC_R, List.of(Set.of("IGH", "MYC"), Set.of("IGK", "MYC"), Set.of("IGL", "MYC")));
        return fusions;
    }

    /** What the hybridisation says of a lesion; unknown where no probe asks for it. */
    TriState state(CytogeneticLesion lesion) {
        return states.getOrDefault(lesion, TriState.UNKNOWN);
    }

    /**
     * What the karyotype and the hybridisation say together of a lesion. Chromosomes that show it are believed; a probe finds what
     * they cannot show, and settles what they leave open.
     *
     * @param chromosomes what the chromosomes say of each lesion
     */
    TriState join(CytogeneticLesion lesion, Function<CytogeneticLesion, TriState> chromosomes) {
        TriState seen = chromosomes.apply(lesion);
        TriState found = state(lesion);
        // A break-apart probe shows the rearrangement, whose partner the chromosomes or another probe tell.
        CytogeneticLesion partner = PARTNERS.get(lesion);
        if (partner != null && chromosomes.apply(partner).or(state(partner)) == TriState.PRESENT) {
            return seen;
        }
        if (seen == TriState.PRESENT || found == TriState.PRESENT) {
            return TriState.PRESENT;
        }
        BreakApart apart = partnerOpen.get(lesion);
        if (apart != null && !apart.isExplained(this, chromosomes)) {
            return TriState.UNKNOWN;
        }
        return seen.isKnown() ? seen : found;
    }

    /** The hybridisation that shows a lesion. */
    Optional<String> evidence(CytogeneticLesion lesion) {
        return Optional.ofNullable(evidence.get(lesion));
    }

    private void read(FishPattern pattern, String text) {
        if (pattern.chromosome().isPresent()) {
            readChromosome(pattern.chromosome().get(), pattern, text);
            return;
        }
        FUSIONS.forEach((lesion, pairs) -> {
            for (Set<String> pair : pairs) {
                add(lesion, fusion(pattern, pair), text);
            }
        });
        BREAK_APART.forEach((gene, apart) -> readBreakApart(gene, apart, pattern, text));
        for (Counted counted : Counted.values()) {
            add(counted.lesion, counted(pattern, counted), text);
        }
        LOSSES.forEach((lesion, place) -> {
            boolean monosomy = Stream.of(Counted.values())
                    .filter(c -> c.arm.isEmpty() && !c.gain && c.chromosome.equals(place.chromosome()))
                    .anyMatch(c -> counted(pattern, c) == TriState.PRESENT);
            if (monosomy || alone(pattern).stream().anyMatch(s -> isAt(s, place) && s.is(1))) {
                add(lesion, TriState.PRESENT, text);
            }
        });
    }

    /** Present in any pattern is present; a pattern without it is normal cells or another clone. */
    private void add(CytogeneticLesion lesion, TriState found, String text) {
        if (!found.isKnown()) {
            return;
        }
        TriState before = states.get(lesion);
        if (found == TriState.PRESENT && before != TriState.PRESENT) {
            evidence.put(lesion, text);
        }
        states.put(lesion, before == null ? found : before.or(found));
    }

    /** Both genes side by side is a fusion; both seen in one hybridisation and never side by side is none. */
    private static TriState fusion(FishPattern pattern, Set<String> pair) {
        TriState any = TriState.UNKNOWN;
        for (List<FishSignal> group : pattern.groups()) {
            if (pair.stream().allMatch(gene -> group.stream().anyMatch(s -> isSeenAlone(s, gene)))) {
                any = TriState.ABSENT;
            }
        }
        for (FishSignal signal : pattern.signals()) {
            if (signal.relation() == Relation.CONNECTED
                    && signal.highest() > 0
                    && signal.loci().stream().map(Probes::gene).toList().containsAll(pair)) {
                return signal.lowest() > 0 ? TriState.PRESENT : TriState.UNKNOWN;
            }
        }
        return any;
    }

    private static boolean isSeenAlone(FishSignal signal, String gene) {
        return signal.isOf(gene) && signal.relation() == Relation.ALONE && signal.lowest() > 0;
    }

    /** The two sides of a gene apart are a rearrangement, whose partner they do not tell; both copies whole are none. */
    private void readBreakApart(String gene, BreakApart apart, FishPattern pattern, String text) {
        List<FishSignal> sides = pattern.signals().stream()
                .filter(s -> s.loci().size() > 1 && s.loci().stream().allMatch(l -> isSideOf(l, gene)))
                .toList();
        if (sides.stream().anyMatch(s -> s.relation() == Relation.SEPARATED && s.lowest() > 0)) {
            apart.proven().ifPresent(lesion -> add(lesion, TriState.PRESENT, text));
            apart.open().forEach(lesion -> partnerOpen.put(lesion, apart));
            return;
        }
        boolean whole = !sides.isEmpty() && sides.stream().allMatch(s -> s.relation() == Relation.CONNECTED && s.is(2));
        if (whole) {
            apart.proven().ifPresent(lesion -> add(lesion, TriState.ABSENT, text));
            apart.open().forEach(lesion -> add(lesion, TriState.ABSENT, text));
        }
    }

    private static boolean isSideOf(String locus, String gene) {
        return Probes.isOneSide(locus) && Probes.gene(locus).equals(gene);
    }

    private static TriState counted(FishPattern pattern, Counted wanted) {
        List<FishSignal> here = signalsOn(pattern, wanted.chromosome);
        if (here.isEmpty()) {
            return TriState.UNKNOWN;
        }
        if (wanted.gain) {
            return gain(here);
        }
        List<FishSignal> onArm = here.stream()
                .filter(s -> isAt(s, new Probes.Place(wanted.chromosome, wanted.arm)))
                .toList();
        boolean two = here.stream().anyMatch(s -> s.is(2));
        boolean alone = here.stream()
                        .filter(s -> s.is(1))
                        .map(s -> Probes.placeOf(s.loci()))
                        .distinct()
                        .count()
                < 2;
        boolean centromere = here.stream().anyMatch(s -> isCentromere(s) && s.is(1));
        boolean wholeChromosome = !two && (centromere || !alone);
        if (wanted.arm.isEmpty()) {
            return two ? TriState.ABSENT : wholeChromosome ? TriState.PRESENT : TriState.UNKNOWN;
        }
        // One signal of the arm beside two of the rest of the chromosome is a deletion; alone it may be a monosomy.
        boolean one = onArm.stream().anyMatch(s -> s.is(1));
        return one && two ? TriState.PRESENT : wholeChromosome ? TriState.ABSENT : TriState.UNKNOWN;
    }

    private static TriState gain(List<FishSignal> here) {
        if (here.stream().anyMatch(s -> isCentromere(s) && s.is(3))) {
            return TriState.PRESENT;
        }
        return here.stream().anyMatch(s -> isCentromere(s) && s.is(2)) ? TriState.ABSENT : TriState.UNKNOWN;
    }

    private static boolean isCentromere(FishSignal signal) {
        return Probes.placeOf(signal.loci()).filter(Probes.Place::isCentromere).isPresent();
    }

    private static boolean isAt(FishSignal signal, Probes.Place place) {
        return Probes.placeOf(signal.loci()).filter(place::equals).isPresent();
    }

    private static List<FishSignal> signalsOn(FishPattern pattern, String chromosome) {
        return alone(pattern).stream()
                .filter(s -> Probes.placeOf(s.loci())
                        .filter(p -> p.chromosome().equals(chromosome))
                        .isPresent())
                .toList();
    }

    private static List<FishSignal> alone(FishPattern pattern) {
        return pattern.signals().stream()
                .filter(s -> s.relation() == Relation.ALONE)
                .toList();
    }

    /** {@code t(9;22)(ABL1+,BCR+)} shows both genes on one abnormal chromosome; {@code del(5)(EGR1-)} shows a gene gone. */
    private void readChromosome(Abnormality chromosome, FishPattern pattern, String text) {
        if (chromosome.uncertain() || chromosome.constitutional()) {
            return;
        }
        List<String> types =
                chromosome.rearrangements().stream().map(Rearrangement::type).toList();
        for (List<FishSignal> group : pattern.groups()) {
            List<String> seen = new ArrayList<>();
            for (FishSignal signal : group) {
                if (signal.relation() == Relation.ALONE && signal.lowest() > 0) {
                    seen.addAll(signal.loci());
                }
            }
            if (types.contains("t") || types.contains("ins")) {
                FUSIONS.forEach((lesion, pairs) -> {
                    if (pairs.stream().anyMatch(seen::containsAll)) {
                        add(lesion, TriState.PRESENT, text);
                    }
                });
            }
            if (types.equals(List.of("del"))) {
                group.stream().filter(s -> s.is(0)).forEach(s -> deleted(chromosome, s, text));
            }
        }
        // What the chromosome itself says is as good as in a karyotype.
        for (CytogeneticLesion lesion : CytogeneticLesion.values()) {
            if (lesion.in(chromosome, List.of(chromosome)) == TriState.PRESENT) {
                add(lesion, TriState.PRESENT, text);
            }
        }
    }

    private void deleted(Abnormality chromosome, FishSignal gone, String text) {
        Probes.Place place = Probes.placeOf(gone.loci()).orElse(null);
        if (place == null || !chromosome.chromosomes().contains(place.chromosome())) {
            return;
        }
        for (Counted counted : Counted.values()) {
            if (!counted.arm.isEmpty() && place.equals(new Probes.Place(counted.chromosome, counted.arm))) {
                add(counted.lesion, TriState.PRESENT, text);
            }
        }
        LOSSES.forEach((lesion, lost) -> {
            if (lost.equals(place)) {
                add(lesion, TriState.PRESENT, text);
            }
        });
    }
}
