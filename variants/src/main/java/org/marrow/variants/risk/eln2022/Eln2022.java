package org.marrow.variants.risk.eln2022;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.marrow.core.patient.Disease;
import org.marrow.core.risk.CategoryRange;
import org.marrow.core.risk.RiskDriver;
import org.marrow.core.risk.RiskFlag;
import org.marrow.core.risk.RiskInput;
import org.marrow.core.risk.RiskResult;
import org.marrow.core.risk.RiskScheme;
import org.marrow.core.risk.TriState;
import org.marrow.variants.karyotype.CytogeneticLesion;
import org.marrow.variants.lesion.LesionNames;
import org.marrow.variants.risk.scheme.LaboratoryTest;
import org.marrow.variants.risk.scheme.NamedValues;
import org.marrow.variants.risk.scheme.PatientFindings;
import org.marrow.variants.risk.scheme.SchemeDescription;
import org.marrow.variants.risk.scheme.SchemeInput;
import org.marrow.variants.risk.scheme.SchemeRules;

/**
 * ELN 2022 genetic risk of AML at diagnosis.
 *
 * <p>With anything unknown, every completion of the unknowns is tried. When all agree the category is established; otherwise the
 * result gives the range and the smallest set of missing tests after which the category is certain whatever they show.
 */
public final class Eln2022 implements SchemeRules {
    public static final RiskScheme SCHEME = new RiskScheme(
            "eln2022",
            "ELN 2022",
            "Döhner H, Wei AH, Appelbaum FR, et al. Blood 2022;140:1345-1377",
            Eln2022Category.labels());

    private final Eln2022Policy policy;

    public Eln2022() {
        this(Eln2022Policy.DEFAULT);
    }

    public Eln2022(Eln2022Policy policy) {
        this.policy = policy;
    }

    @Override
    public SchemeDescription description() {
        List<SchemeInput> inputs = new ArrayList<>();
        inputs.add(new SchemeInput(
                Eln2022Input.KARYOTYPE,
                "karyotype; the cytogenetic columns may stand in its place",
                "",
                "ISCN",
                false));
        for (Eln2022Item item : Eln2022Item.values()) {
            inputs.add(SchemeInput.lesion(item.label(), item.meaning()));
        }
        inputs.add(SchemeInput.lesion(LesionNames.TP53, "pathogenic or likely pathogenic mutation"));
        inputs.add(new SchemeInput(
                Eln2022Input.TP53_MAXVAF,
                "highest allele fraction of a TP53 mutation",
                "fraction",
                "0 to 1, NA",
                false));
        inputs.add(SchemeInput.lesion(CytogeneticLesion.PML_RARA.label(), "APL, which ELN 2022 does not cover"));
        return new SchemeDescription(SCHEME, inputs);
    }

    @Override
    public boolean appliesTo(Disease disease, PatientFindings patient) {
        return disease == Disease.AML;
    }

    @Override
    public RiskResult assess(PatientFindings patient) {
        return assess(Eln2022Input.of(patient));
    }

    @Override
    public RiskResult assess(NamedValues row) {
        PatientFindings findings = Eln2022Input.findings(row);
        return findings.addFlags(assess(Eln2022Input.of(row, findings)));
    }

    public RiskResult assess(Eln2022Input input) {
        return new Assessment(input, policy).result();
    }

    private static final class Assessment {
        private final Eln2022Input input;
        private final Eln2022Policy policy;
        private final Set<Eln2022Group> present = EnumSet.noneOf(Eln2022Group.class);
        private final Set<Eln2022Group> unknown = EnumSet.noneOf(Eln2022Group.class);

        Assessment(Eln2022Input input, Eln2022Policy policy) {
            this.input = input;
            this.policy = policy;
            for (Eln2022Group group : Eln2022Group.values()) {
                switch (input.state(group)) {
                    case PRESENT -> present.add(group);
                    case UNKNOWN -> unknown.add(group);
                    case ABSENT -> {}
                }
            }
        }

        RiskResult result() {
            if (input.promyelocytic() == TriState.PRESENT) {
                return new RiskResult(
                        SCHEME,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(Eln2022Note.APL_OUT_OF_SCOPE.flag()),
                        List.of(),
                        List.of(),
                        inputs());
            }
            SortedSet<Eln2022Category> possible = categories(present, unknown);
            boolean established = possible.size() == 1;
            return new RiskResult(
                    SCHEME,
                    established ? Optional.of(possible.first().label()) : Optional.empty(),
                    Optional.of(new CategoryRange(
                            possible.first().label(), possible.last().label())),
                    Optional.empty(),
                    drivers(established),
                    flags(),
                    missing(),
                    established ? List.of() : LaboratoryTest.smallestSettling(missingTests(), this::settles),
                    inputs());
        }

        /** The categories of every completion of the unknown groups. */
        private SortedSet<Eln2022Category> categories(Set<Eln2022Group> known, Set<Eln2022Group> open) {
            SortedSet<Eln2022Category> categories = new TreeSet<>();
            for (Set<Eln2022Group> found : subsets(open)) {
                categories.add(
                        new Eln2022Lesions(union(known, found)).decide(policy).category());
            }
            return categories;
        }

        /** Whether the category is certain once these tests are done, for everything that they may show. */
        private boolean settles(Set<LaboratoryTest> tests) {
            Set<Eln2022Group> learned = EnumSet.noneOf(Eln2022Group.class);
            Set<Eln2022Group> stillOpen = EnumSet.noneOf(Eln2022Group.class);
            for (Eln2022Group group : unknown) {
                (tests.contains(test(group)) ? learned : stillOpen).add(group);
            }
            return subsets(learned).stream()
                    .allMatch(found ->
                            categories(union(present, found), stillOpen).size() == 1);
        }

        private Set<LaboratoryTest> missingTests() {
            Set<LaboratoryTest> tests = EnumSet.noneOf(LaboratoryTest.class);
            unknown.forEach(group -> tests.add(test(group)));
            return tests;
        }

        private LaboratoryTest test(Eln2022Group group) {
            return group == Eln2022Group.TP53 ? input.tp53().missing().orElse(group.test()) : group.test();
        }

        private List<RiskDriver> drivers(boolean established) {
            Eln2022Rule deciding = new Eln2022Lesions(present).decide(policy);
            List<RiskDriver> decide = new ArrayList<>();
            List<RiskDriver> others = new ArrayList<>();
            for (Eln2022Item item : Eln2022Item.values()) {
                if (input.state(item) == TriState.PRESENT && !input.isTheSameAsMllt3(item)) {
                    addDriver(item.label(), item.group(), established, deciding, decide, others);
                }
            }
            if (input.tp53().adverse() == TriState.PRESENT) {
                addDriver(LesionNames.TP53, Eln2022Group.TP53, established, deciding, decide, others);
            }
            if (established && deciding == Eln2022Rule.ELN2022_NO_LISTED_LESION) {
                decide.add(deciding.driver("no listed lesion"));
            }
            decide.addAll(others);
            return decide;
        }

        private static void addDriver(
                String name,
                Eln2022Group group,
                boolean established,
                Eln2022Rule deciding,
                List<RiskDriver> decide,
                List<RiskDriver> others) {
            if (!established) {
                others.add(Eln2022Note.ELN2022_UNDECIDED.driver(name));
            } else if (deciding.decidedBy().contains(group)) {
                decide.add(deciding.driver(name));
            } else {
                others.add(Eln2022Note.ELN2022_ALSO_PRESENT.driver(name));
            }
        }

        private List<RiskFlag> flags() {
            boolean cbf = present.contains(Eln2022Group.CORE_BINDING_FACTOR);
            boolean t911 = present.contains(Eln2022Group.MLLT3_KMT2A) && !cbf;
            boolean adverseCytogenetics = present.contains(Eln2022Group.ADVERSE_CYTOGENETICS);
            boolean tp53 = present.contains(Eln2022Group.TP53);
            boolean npm1 = present.contains(Eln2022Group.NPM1);
            boolean itd = present.contains(Eln2022Group.FLT3_ITD);
            boolean cebpa = present.contains(Eln2022Group.CEBPA);
            boolean adverseGene = present.contains(Eln2022Group.MYELODYSPLASIA_RELATED);
            List<RiskFlag> flags = new ArrayList<>();
            add(flags, cbf && tp53, Eln2022Note.CBF_WITH_TP53);
            add(flags, cbf && adverseCytogenetics, Eln2022Note.CBF_WITH_ADVERSE_CYTO);
            add(flags, t911 && adverseCytogenetics, Eln2022Note.T911_WITH_ADVERSE_CYTO);
            add(flags, t911 && (adverseGene || tp53), Eln2022Note.T911_WITH_ADVERSE_GENE);
            add(flags, cebpa && adverseCytogenetics, Eln2022Note.CEBPA_WITH_ADVERSE_CYTO);
            add(flags, cebpa && tp53, Eln2022Note.CEBPA_WITH_TP53);
            add(flags, cebpa && itd, Eln2022Note.CEBPA_WITH_ITD);
            input.bzipMissense().ifPresent(label -> flags.add(Eln2022Note.CEBPA_BZIP_MISSENSE.flag(label)));
            add(flags, npm1 && tp53, Eln2022Note.NPM1_WITH_TP53);
            add(flags, npm1 && itd && adverseGene, Eln2022Note.NPM1_ITD_WITH_MR);
            List<String> notSequenced = new ArrayList<>();
            for (Eln2022Item item : Eln2022Item.values()) {
                if (item.group() == Eln2022Group.MYELODYSPLASIA_RELATED
                        && !input.state(item).isKnown()) {
                    notSequenced.add(item.label());
                }
            }
            if (!notSequenced.isEmpty()) {
                flags.add(Eln2022Note.PANEL_INCOMPLETE.flag(String.join(", ", notSequenced)));
            }
            return flags;
        }

        private static void add(List<RiskFlag> flags, boolean applies, Eln2022Note note) {
            if (applies) {
                flags.add(note.flag());
            }
        }

        private List<String> missing() {
            List<String> missing = new ArrayList<>();
            for (Eln2022Item item : Eln2022Item.values()) {
                if (!input.state(item).isKnown() && !input.isTheSameAsMllt3(item)) {
                    missing.add(item.label());
                }
            }
            input.tp53()
                    .missing()
                    .ifPresent(test ->
                            missing.add(test == LaboratoryTest.TP53_VAF ? Eln2022Input.TP53_MAXVAF : LesionNames.TP53));
            return missing;
        }

        private List<RiskInput> inputs() {
            List<RiskInput> inputs = new ArrayList<>();
            for (Eln2022Item item : Eln2022Item.values()) {
                inputs.add(PatientFindings.input(
                        item.label(), Optional.ofNullable(input.lesions().get(item))));
            }
            inputs.add(tp53Input());
            return inputs;
        }

        private RiskInput tp53Input() {
            Eln2022Tp53 tp53 = input.tp53();
            if (tp53.source().isEmpty()) {
                return new RiskInput(LesionNames.TP53, Optional.empty(), Optional.empty());
            }
            String value = tp53.evidence().map(shown -> "present: " + shown).orElse("absent");
            return new RiskInput(LesionNames.TP53, Optional.of(value), tp53.source());
        }

        private static Set<Eln2022Group> union(Set<Eln2022Group> one, Set<Eln2022Group> other) {
            Set<Eln2022Group> both = EnumSet.noneOf(Eln2022Group.class);
            both.addAll(one);
            both.addAll(other);
            return both;
        }

        /** Every subset, the empty one first. Eight groups give at most 256. */
        private static List<Set<Eln2022Group>> subsets(Set<Eln2022Group> groups) {
            List<Set<Eln2022Group>> subsets = new ArrayList<>();
            subsets.add(Collections.emptySet());
            for (Eln2022Group group : groups) {
                for (Set<Eln2022Group> smaller : List.copyOf(subsets)) {
                    subsets.add(union(smaller, Set.of(group)));
                }
            }
            return subsets;
        }
    }
}
