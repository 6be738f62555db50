package org.marrow.variants.lesion;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.marrow.core.risk.TriState;
import org.marrow.core.variant.Consequence;
import org.marrow.core.variant.SampleVariants;
import org.marrow.core.variant.Variant;
import org.marrow.core.variant.VariantCall;

/**
 * The lesions of one sample's small variants.
 *
 * <p>Only calls that passed their filters count. A gene is mutated by any variant that alters its protein: whether the variant is
 * pathogenic is not judged here. A gene without a variant is absent when the assay looked at it and every call is annotated, else
 * unknown. What small-variant calling misses is never absent: FLT3-ITD, whose long duplications callers do not see, and KMT2A-PTD,
 * which it does not see at all.
 */
public final class MolecularLesions {
    private static final String CEBPA = "CEBPA";
    private static final String U2AF1 = "U2AF1";

    /** Above this fraction a single variant may be on both alleles: the upper end of the heterozygous band, 0.40 to 0.60. */
    private static final double HETEROZYGOUS_AT_MOST = 0.60;

    /** Exchanges that are lesions of their own, on NM_016222, NM_005373, NM_004972 and NM_016734. */
    private static final SortedMap<String, ProteinSubstitution> CHANGES =
            Collections.unmodifiableSortedMap(new TreeMap<>(Map.of(
                    LesionNames.DDX41_R525H, new ProteinSubstitution('R', 525, 'H'),
                    LesionNames.MPL_S505N, new ProteinSubstitution('S', 505, 'N'),
                    LesionNames.JAK2_V617F, new ProteinSubstitution('V', 617, 'F'),
                    LesionNames.PAX5_P80R, new ProteinSubstitution('P', 80, 'R'))));

    private static final Map<String, String> GENE_OF_CHANGE = Map.of(
            LesionNames.DDX41_R525H,
            LesionNames.DDX41,
            LesionNames.MPL_S505N,
            LesionNames.MPL,
            LesionNames.JAK2_V617F,
            "JAK2",
            LesionNames.PAX5_P80R,
            "PAX5");

    private final SampleVariants sample;
    private final List<VariantCall> passed;

    /** Whether some call says neither its gene nor its consequence, so that it may lie in any gene. */
    private final boolean anyUnannotated;

    public MolecularLesions(SampleVariants sample) {
        this.sample = requireNonNull(sample, "sample");
        passed =
                sample.calls().stream().filter(call -> call.filters().isEmpty()).toList();
        anyUnannotated =
                passed.stream().anyMatch(call -> call.gene().isEmpty() && call.consequence() == Consequence.UNKNOWN);
    }

    /** The sample's name, which is the source of every finding here. */
    public String source() {
        return sample.name();
    }

    /** Any protein-altering variant of the gene, by HGNC symbol. */
    public LesionFinding gene(String symbol) {
        List<VariantCall> altering = altering(symbol);
        if (!altering.isEmpty()) {
            return found(symbol, TriState.PRESENT, altering);
        }
        return LesionFinding.of(symbol, absence(symbol), source());
    }

    /**
     * NPM1 frameshift of the last exon, by its effect and not by one position. It adds one base to the reading frame, as the four
     * inserted bases of types A, B and D do; another frame there leaves NPM1 unknown.
     */
    public LesionFinding npm1() {
        List<VariantCall> evidence = new ArrayList<>();
        TriState any = absence(LesionNames.NPM1);
        for (VariantCall call : passed) {
            boolean inLastExon = LesionRegions.NPM1_LAST_EXON.overlaps(call.variant(), sample.assembly());
            if ((isIn(call, LesionNames.NPM1) || (call.gene().isEmpty() && inLastExon)) && shiftsFrame(call)) {
                TriState lastExon = Locus.isPlaced(sample.assembly())
                        ? TriState.of(inLastExon)
                        : position(call)
                                .map(p -> TriState.of(p.last() >= LesionRegions.NPM1_LAST_EXON_FROM_RESIDUE))
                                .orElse(TriState.UNKNOWN);
                TriState frame = Math.floorMod(netBases(call.variant()), 3) == 1 ? TriState.PRESENT : TriState.UNKNOWN;
                TriState here = lastExon.and(frame);
                if (here != TriState.ABSENT) {
                    evidence.add(call);
                }
                any = here == TriState.ABSENT ? any : strongest(any, here);
            }
        }
        return found(LesionNames.NPM1, any, evidence);
    }

    /**
     * FLT3 internal tandem duplication: an in-frame insertion of three or more bases, or a symbolic duplication or insertion, in
     * exons 14 and 15. Never absent.
     */
    public LesionFinding flt3Itd() {
        List<VariantCall> evidence = passed.stream().filter(this::isFlt3Itd).toList();
        return found(LesionNames.FLT3_ITD, evidence.isEmpty() ? TriState.UNKNOWN : TriState.PRESENT, evidence);
    }

    private boolean isFlt3Itd(VariantCall call) {
        Variant variant = call.variant();
        boolean inRegion;
        if (Locus.isPlaced(sample.assembly())) {
            inRegion = LesionRegions.FLT3_ITD.overlaps(variant, sample.assembly())
                    && (call.gene().isEmpty() || isIn(call, LesionNames.FLT3));
        } else {
            inRegion = isIn(call, LesionNames.FLT3)
                    && position(call)
                            .map(p ->
                                    p.overlaps(LesionRegions.FLT3_ITD_FROM_RESIDUE, LesionRegions.FLT3_ITD_TO_RESIDUE))
                            .orElse(false);
        }
        if (variant.isSymbolic()) {
            return inRegion
                    && (variant.alt().startsWith("<DUP") || variant.alt().startsWith("<INS"));
        }
        int net = netBases(variant);
        return inRegion && net >= LesionRegions.FLT3_ITD_MINIMUM_BASES && net % 3 == 0;
    }

    /** FLT3 mutation of the activation loop, such as D835Y or the deletion of I836. */
    public LesionFinding flt3Tkd() {
        List<VariantCall> evidence = new ArrayList<>();
        TriState any = absence(LesionNames.FLT3);
        for (VariantCall call : altering(LesionNames.FLT3)) {
            boolean keepsFrame = call.consequence() == Consequence.MISSENSE
                    || call.consequence().isInFrame();
            if (keepsFrame && !isFlt3Itd(call)) {
                TriState here = position(call)
                        .map(p -> TriState.of(
                                p.overlaps(LesionRegions.FLT3_TKD_FROM_RESIDUE, LesionRegions.FLT3_TKD_TO_RESIDUE)))
                        .orElse(TriState.UNKNOWN);
                if (here != TriState.ABSENT) {
                    evidence.add(call);
                    any = strongest(any, here);
                }
            }
        }
        return found(LesionNames.FLT3_TKD, any, evidence);
    }

    /**
     * In-frame insertion or deletion within the bZIP domain of CEBPA. A missense variant there keeps the frame too; whether it
     * shares the good prognosis is open, so it does not count, and {@link #cebpaBzipMissense} tells of it.
     */
    public LesionFinding cebpaBzipInFrame() {
        List<VariantCall> evidence = new ArrayList<>();
        TriState any = absence(CEBPA);
        for (VariantCall call : passed) {
            boolean inFrame = call.consequence().isInFrame()
                    || (call.consequence() == Consequence.UNKNOWN && keepsFrame(call.variant()));
            boolean candidate = isIn(call, CEBPA)
                    || (call.gene().isEmpty() && LesionRegions.CEBPA_BZIP.overlaps(call.variant(), sample.assembly()));
            if (inFrame && candidate) {
                TriState here = inCebpaBzip(call);
                if (here != TriState.ABSENT) {
                    evidence.add(call);
                    any = strongest(any, here);
                }
            }
        }
        return found(LesionNames.CEBPA_BZIP_INFRAME, any, evidence);
    }

    /** A frameshift or stop of CEBPA before the start of its short form, which leaves that form whole. */
    public LesionFinding cebpaNTerminal() {
        List<VariantCall> evidence = new ArrayList<>();
        TriState any = absence(CEBPA);
        for (VariantCall call : altering(CEBPA)) {
            if (truncates(call)) {
                TriState here = position(call)
                        .map(p -> TriState.of(p.first() < LesionRegions.CEBPA_P30_FROM_RESIDUE))
                        .orElse(TriState.UNKNOWN);
                if (here != TriState.ABSENT) {
                    evidence.add(call);
                    any = strongest(any, here);
                }
            }
        }
        return found(LesionNames.CEBPA_NTERM, any, evidence);
    }

    /**
     * CEBPA on both alleles. An N-terminal truncation with a variant of the bZIP domain is the double mutation that is known to sit
     * on two alleles. Two other variants may share one, and a single one may be on both after the loss of the other, so that they
     * leave it unknown.
     */
    public LesionFinding cebpaBiallelic() {
        List<VariantCall> calls = altering(CEBPA);
        if (calls.isEmpty()) {
            return LesionFinding.of(LesionNames.CEBPA_BIALLELIC, absence(CEBPA), source());
        }
        boolean nTerminal = cebpaNTerminal().state() == TriState.PRESENT;
        boolean bzip = calls.stream().anyMatch(call -> inCebpaBzip(call) == TriState.PRESENT);
        TriState state;
        if (nTerminal && bzip) {
            state = TriState.PRESENT;
        } else if (calls.size() > 1) {
            state = TriState.UNKNOWN;
        } else {
            OptionalDouble vaf = calls.getFirst().vaf();
            boolean oneAllele = isMeasured(vaf) && vaf.getAsDouble() <= HETEROZYGOUS_AT_MOST;
            state = oneAllele ? absence(CEBPA) : TriState.UNKNOWN;
        }
        return found(LesionNames.CEBPA_BIALLELIC, state, calls);
    }

    /** One exchange of residues, by its protein change. Absent where the gene was looked at and no call in it may be the exchange. */
    private LesionFinding substitution(String name, String gene, ProteinSubstitution change) {
        List<VariantCall> calls = callsOf(gene, change);
        if (!calls.isEmpty()) {
            return found(name, TriState.PRESENT, calls);
        }
        boolean unnamed = altering(gene).stream()
                .anyMatch(call -> call.consequence() == Consequence.MISSENSE
                        && call.hgvsP().isEmpty());
        return LesionFinding.of(name, unnamed ? TriState.UNKNOWN : absence(gene), source());
    }

    private List<VariantCall> callsOf(String gene, ProteinSubstitution change) {
        return altering(gene).stream()
                .filter(call -> call.hgvsP().filter(change::isWrittenAs).isPresent())
                .toList();
    }

    /** A missense variant within the bZIP domain of CEBPA, as a lesion of its own. */
    public LesionFinding cebpaBzipMissense() {
        List<VariantCall> evidence = new ArrayList<>();
        TriState any = absence(CEBPA);
        for (VariantCall call : altering(CEBPA)) {
            TriState here = call.consequence() == Consequence.MISSENSE ? inCebpaBzip(call) : TriState.ABSENT;
            if (here != TriState.ABSENT) {
                evidence.add(call);
                any = strongest(any, here);
            }
        }
        return found(LesionNames.CEBPA_BZIP_MISSENSE, any, evidence);
    }

    private TriState inCebpaBzip(VariantCall call) {
        Optional<ProteinPosition> position = position(call);
        if (position.isPresent()) {
            return TriState.of(position.get()
                    .overlaps(LesionRegions.CEBPA_BZIP_FROM_RESIDUE, LesionRegions.CEBPA_BZIP_TO_RESIDUE));
        }
        return Locus.isPlaced(sample.assembly())
                ? TriState.of(LesionRegions.CEBPA_BZIP.overlaps(call.variant(), sample.assembly()))
                : TriState.UNKNOWN;
    }

    /**
     * The highest allele fraction of a lesion's variants: of a gene by its symbol, or of {@link LesionNames#DDX41_R525H} or
     * {@link LesionNames#MPL_S505N}. Empty where no variant shows it. A fraction of exactly 0 counts as not measured.
     */
    public Optional<VariantFraction> fraction(String lesion) {
        String gene = GENE_OF_CHANGE.getOrDefault(lesion, lesion);
        List<VariantCall> calls = CHANGES.containsKey(lesion)
                ? callsOf(gene, requireNonNull(CHANGES.get(lesion), lesion))
                : altering(gene);
        if (calls.isEmpty()) {
            return Optional.empty();
        }
        double highest = calls.stream()
                .map(VariantCall::vaf)
                .filter(MolecularLesions::isMeasured)
                .mapToDouble(OptionalDouble::getAsDouble)
                .max()
                .orElse(0);
        return Optional.of(new VariantFraction(
                highest,
                absence(gene) == TriState.ABSENT,
                calls.stream().map(VariantCall::vaf).allMatch(MolecularLesions::isMeasured)));
    }

    /**
     * CALR frameshift of exon 9. All of them read on in the same frame, two bases after the normal one, as the 52-base deletion of
     * type 1 and the 5-base insertion of type 2 do; another frame there leaves CALR unknown.
     */
    public LesionFinding calr() {
        List<VariantCall> evidence = new ArrayList<>();
        TriState any = absence(LesionNames.CALR);
        for (VariantCall call : passed) {
            TriState here = inCalrExon9(call);
            if (here != TriState.ABSENT) {
                evidence.add(call);
                any = strongest(any, here);
            }
        }
        return found(LesionNames.CALR, any, evidence);
    }

    /**
     * CALR mutation of type 1, the 52-base deletion. Type 2, the 5-base insertion, is none. Whether another mutation is like type 1
     * the sources do not say, so it is unknown.
     */
    public LesionFinding calrType1() {
        List<VariantCall> evidence = new ArrayList<>();
        TriState any = absence(LesionNames.CALR);
        for (VariantCall call : passed) {
            TriState here = inCalrExon9(call);
            int net = netBases(call.variant());
            if (here == TriState.ABSENT || net == LesionRegions.CALR_TYPE2_BASES) {
                any = here == TriState.ABSENT || any == TriState.PRESENT ? any : TriState.ABSENT;
            } else {
                evidence.add(call);
                any = strongest(any, net == LesionRegions.CALR_TYPE1_BASES ? here : TriState.UNKNOWN);
            }
        }
        return found(LesionNames.CALR_TYPE1, any, evidence);
    }

    private TriState inCalrExon9(VariantCall call) {
        boolean inExon = LesionRegions.CALR_EXON_9.overlaps(call.variant(), sample.assembly());
        boolean candidate = isIn(call, LesionNames.CALR) || (call.gene().isEmpty() && inExon);
        if (!candidate || !shiftsFrame(call)) {
            return TriState.ABSENT;
        }
        TriState exon9 = Locus.isPlaced(sample.assembly())
                ? TriState.of(inExon)
                : position(call)
                        .map(p -> TriState.of(p.last() >= LesionRegions.CALR_EXON_9_FROM_RESIDUE))
                        .orElse(TriState.UNKNOWN);
        TriState frame = Math.floorMod(netBases(call.variant()), 3) == 2 ? TriState.PRESENT : TriState.UNKNOWN;
        return exon9.and(frame);
    }

    /** Any exchange of codon 157 of U2AF1. */
    public LesionFinding u2af1Q157() {
        List<VariantCall> evidence = new ArrayList<>();
        TriState any = absence(U2AF1);
        for (VariantCall call : altering(U2AF1)) {
            TriState here = position(call)
                    .map(p ->
                            TriState.of(p.overlaps(LesionRegions.U2AF1_Q157_RESIDUE, LesionRegions.U2AF1_Q157_RESIDUE)))
                    .orElse(TriState.UNKNOWN);
            if (here != TriState.ABSENT) {
                evidence.add(call);
                any = strongest(any, here);
            }
        }
        return found(LesionNames.U2AF1_Q157, any, evidence);
    }

    /** TP53 with its fractions. A fraction of exactly 0 contradicts the call, so it counts as not measured. */
    public Tp53Finding tp53() {
        List<VariantCall> calls = altering(LesionNames.TP53);
        TriState absence = absence(LesionNames.TP53);
        OptionalDouble highest = calls.stream()
                .map(VariantCall::vaf)
                .filter(MolecularLesions::isMeasured)
                .mapToDouble(OptionalDouble::getAsDouble)
                .max();
        return new Tp53Finding(
                calls.isEmpty() ? absence : TriState.PRESENT,
                calls,
                absence == TriState.ABSENT,
                highest,
                calls.stream().map(VariantCall::vaf).allMatch(MolecularLesions::isMeasured));
    }

    /** Everything above under its name, and each of {@link LesionNames#GENES}. */
    public List<LesionFinding> all() {
        List<LesionFinding> findings = new ArrayList<>();
        findings.add(npm1());
        findings.add(flt3Itd());
        findings.add(flt3Tkd());
        findings.add(cebpaBzipInFrame());
        findings.add(cebpaBzipMissense());
        findings.add(cebpaNTerminal());
        findings.add(cebpaBiallelic());
        findings.add(calr());
        findings.add(calrType1());
        findings.add(u2af1Q157());
        CHANGES.forEach((name, change) ->
                findings.add(substitution(name, requireNonNull(GENE_OF_CHANGE.get(name), name), change)));
        findings.add(found(LesionNames.TP53, tp53().mutated(), tp53().calls()));
        LesionNames.GENES.forEach(gene -> findings.add(gene(gene)));
        return findings;
    }

    private static boolean isMeasured(OptionalDouble vaf) {
        return vaf.orElse(0) > 0;
    }

    private List<VariantCall> altering(String gene) {
        return passed.stream()
                .filter(call -> isIn(call, gene) && call.consequence().altersProtein())
                .toList();
    }

    /** What a gene without a finding is: absent only when it was looked at and no call in it is left without a meaning. */
    private TriState absence(String gene) {
        boolean silentCall =
                passed.stream().anyMatch(call -> isIn(call, gene) && call.consequence() == Consequence.UNKNOWN);
        boolean believed = sample.assessed().includes(gene) && !anyUnannotated && !silentCall;
        return believed ? TriState.ABSENT : TriState.UNKNOWN;
    }

    private static TriState strongest(TriState before, TriState now) {
        return before == TriState.PRESENT || now == TriState.PRESENT ? TriState.PRESENT : TriState.UNKNOWN;
    }

    private static boolean isIn(VariantCall call, String gene) {
        return call.gene().filter(gene::equals).isPresent();
    }

    private static boolean truncates(VariantCall call) {
        return call.consequence() == Consequence.FRAMESHIFT || call.consequence() == Consequence.STOP_GAINED;
    }

    private static boolean shiftsFrame(VariantCall call) {
        return call.consequence() == Consequence.FRAMESHIFT
                || (call.consequence() == Consequence.UNKNOWN && netBases(call.variant()) % 3 != 0);
    }

    private static boolean keepsFrame(Variant variant) {
        return netBases(variant) != 0 && netBases(variant) % 3 == 0;
    }

    /** Bases that the variant adds; negative where it removes more than it adds, 0 for a symbolic allele. */
    private static int netBases(Variant variant) {
        return variant.isSymbolic() ? 0 : variant.alt().length() - variant.ref().length();
    }

    private static Optional<ProteinPosition> position(VariantCall call) {
        return call.hgvsP().flatMap(ProteinPosition::of);
    }

    private LesionFinding found(String name, TriState state, List<VariantCall> calls) {
        Optional<String> evidence = calls.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(
                        "; ", calls.stream().map(MolecularLesions::describe).toList()));
        return new LesionFinding(name, state, evidence, source());
    }

    private static String describe(VariantCall call) {
        return isMeasured(call.vaf()) ? call.label() + ", VAF " + call.vaf().getAsDouble() : call.label();
    }
}
