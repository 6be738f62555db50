package org.marrow.variants.lesion;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
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
        TriState any = absence("CEBPA");
        for (VariantCall call : passed) {
            boolean inFrame = call.consequence().isInFrame()
                    || (call.consequence() == Consequence.UNKNOWN && keepsFrame(call.variant()));
            boolean candidate = isIn(call, "CEBPA")
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

    /** The first missense variant within the bZIP domain of CEBPA. */
    public Optional<VariantCall> cebpaBzipMissense() {
        return altering("CEBPA").stream()
                .filter(call -> call.consequence() == Consequence.MISSENSE && inCebpaBzip(call) == TriState.PRESENT)
                .findFirst();
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
