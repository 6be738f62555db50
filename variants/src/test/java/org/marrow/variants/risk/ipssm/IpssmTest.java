package org.marrow.variants.risk.ipssm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.risk.CategoryRange;
import org.marrow.core.risk.RiskDriver;
import org.marrow.core.risk.RiskFlag;
import org.marrow.core.risk.RiskInput;
import org.marrow.core.risk.RiskResult;
import org.marrow.core.risk.ScoreRange;
import org.marrow.core.risk.TriState;
import org.marrow.variants.risk.scheme.LaboratoryTest;

class IpssmTest {

    /** The reference patient of the R runs, changed by {@code NAME=value} pairs. */
    private static Map<String, String> row(String... changes) {
        Map<String, String> row = new HashMap<>();
        for (IpssmColumns.Column column : IpssmColumns.ALL) {
            row.put(column.name(), "0");
        }
        row.putAll(Map.of("HB", "10", "PLT", "150", "BM_BLAST", "5", "CYTO_IPSSR", "Good"));
        for (String change : changes) {
            String[] pair = change.split("=", -1);
            assertThat(row).containsKey(pair[0]);
            row.put(pair[0], pair[1]);
        }
        return row;
    }

    private static IpssmInput input(Map<String, String> row) {
        return IpssmInput.fromNamed(name -> Optional.ofNullable(row.get(name)));
    }

    private static IpssmInput input(String... changes) {
        return input(row(changes));
    }

    private static RiskResult assess(String... changes) {
        return new Ipssm().assess(input(changes));
    }

    private static List<String> flags(RiskResult result) {
        return result.flags().stream().map(RiskFlag::code).toList();
    }

    private static final String[] ALL_GENES_MISSING =
            Arrays.stream(IpssmGene.values()).map(gene -> gene.name() + "=NA").toArray(String[]::new);

    private static String[] plus(String[] changes, String... more) {
        List<String> all = new ArrayList<>(List.of(changes));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Central patients of the R runs, re-typed: changes to the reference, best, mean, worst, reported.
                "HB=10 | -0.87 | -0.87 | -0.87 | Low",
                "SF3B1=1 | -0.99 | -0.99 | -0.99 | Low",
                "SF3B1=1;del5q=1 | -0.14 | -0.14 | -0.14 | Moderate Low",
                "SF3B1=1;del5q=1;complex=1;CYTO_IPSSR=Very Poor | 0.26 | 0.26 | 0.26 | Moderate High",
                "SF3B1=1;del5q=1;del7_7q=1 | -0.99 | -0.99 | -0.99 | Low",
                "SF3B1=1;RUNX1=1 | -0.26 | -0.26 | -0.26 | Moderate Low",
                "SF3B1=1;BCORL1=1 | -0.54 | -0.54 | -0.54 | Low",
                "TP53mut=1;TP53maxvaf=0.3 | -0.87 | -0.87 | -0.87 | Low",
                "TP53mut=1;TP53maxvaf=0.55 | -0.87 | -0.87 | -0.87 | Low",
                "TP53mut=1;TP53maxvaf=0.56 | 0.83 | 0.83 | 0.83 | High",
                "TP53mut=1;TP53maxvaf=0.2;del17_17p=1 | 0.83 | 0.83 | 0.83 | High",
                "TP53mut=2 or more;TP53maxvaf=0.2 | 0.83 | 0.83 | 0.83 | High",
                "TP53mut=1;TP53maxvaf=0.2;TP53loh=NA | -0.87 | -0.75 | 0.83 | NA",
                "del17_17p=1 | -0.87 | -0.87 | -0.87 | Low",
                "BCOR=1 | -0.54 | -0.54 | -0.54 | Low",
                "BCOR=1;SETBP1=1 | -0.2 | -0.2 | -0.2 | Moderate Low",
                "BCOR=1;SETBP1=1;GNB1=1 | -0.2 | -0.2 | -0.2 | Moderate Low",
                "BCORL1=NA;ETNK1=NA;GNB1=NA;PHF6=NA;PPM1D=NA | -0.87 | -0.83 | -0.2 | Low",
                "BCOR=1;BCORL1=NA;ETNK1=NA;GNB1=NA;PHF6=NA;PPM1D=NA | -0.54 | -0.52 | -0.2 | Low",
                "MLL_PTD=NA | -0.87 | -0.84 | 0.28 | NA",
                "SF3B1=NA | -0.99 | -0.89 | -0.87 | Low",
                "SF3B1=1;SRSF2=NA | -0.99 | -0.84 | -0.53 | Low",
                "SF3B1=1;del5q=NA | -0.99 | -0.88 | -0.14 | Low",
                "HB=3 | 0.61 | 0.61 | 0.61 | High",
                "HB=21 | -3.34 | -3.34 | -3.34 | Very Low",
                "BM_BLAST=25 | 0.65 | 0.65 | 0.65 | High",
                "PLT=900 | -1.19 | -1.19 | -1.19 | Low",
                "PLT=0 | -0.39 | -0.39 | -0.39 | Moderate Low",
                "HB=NA | -3.34 | -0.84 | 0.61 | NA",
                "CYTO_IPSSR=NA | -1.28 | -0.71 | 0.37 | NA",
                "HB=10;PLT=10;BM_BLAST=10;CYTO_IPSSR=Very Good;BCORL1=1 | 0 | 0 | 0 | Moderate Low",
            })
    void thePatientsOfTheRPackageHaveTheirScores(
            String changes, double best, double mean, double worst, String reported) {
        RiskResult result = assess(changes.split(";"));

        assertThat(result.score()).contains(new ScoreRange(best, mean, worst));
        assertThat(result.category().orElse("NA")).isEqualTo(reported);
        assertThat(result.range()).contains(new CategoryRange(Ipssm.categoryOf(best), Ipssm.categoryOf(worst)));
    }

    @Test
    void withAllGenesMissingNothingIsReported() {
        RiskResult result = assess(plus(ALL_GENES_MISSING, "TP53mut=NA", "TP53maxvaf=NA", "TP53loh=NA"));

        assertThat(result.score()).contains(new ScoreRange(-0.99, -0.19, 9.18));
        assertThat(result.category()).isEmpty();
        assertThat(flags(result)).containsExactly("IPSSM_RANGE_ABOVE_LIMIT");
        assertThat(result.missing()).hasSize(33);
        assertThat(result.settledBy()).containsExactly("FLT3_ASSAY", "TP53_LOH_ASSAY", "KMT2A_PTD_ASSAY", "GENE_PANEL");
    }

    /** Coefficients, averages, most favourable and most adverse values, all of them. */
    @Test
    void theModelIsThePublishedOne() {
        assertThat(Arrays.stream(IpssmVariable.values())
                        .map(v -> v.name() + " " + v.beta() + " " + v.mean() + " " + v.best() + " " + v.worst()))
                .containsExactly(
                        "HB1 -0.171 9.87 20 4",
                        "TRANSF_PLT100 -0.222 1.41 2.5 0",
                        "BLAST5 0.352 0.922 0 4",
                        "CYTOVEC 0.287 1.39 0 4",
                        "TP53multi 1.18 0.071 0 1",
                        "FLT3 0.798 0.0108 0 1",
                        "MLL_PTD 0.798 0.0247 0 1",
                        "SF3B1_5q 0.504 0.0166 0 1",
                        "NPM1 0.43 0.0112 0 1",
                        "RUNX1 0.423 0.126 0 1",
                        "NRAS 0.417 0.0362 0 1",
                        "ETV6 0.391 0.0216 0 1",
                        "IDH2 0.379 0.0429 0 1",
                        "CBL 0.295 0.0473 0 1",
                        "EZH2 0.27 0.0588 0 1",
                        "U2AF1 0.247 0.0866 0 1",
                        "SRSF2 0.239 0.158 0 1",
                        "DNMT3A 0.221 0.161 0 1",
                        "ASXL1 0.213 0.252 0 1",
                        "KRAS 0.202 0.0271 0 1",
                        "SF3B1_alpha -0.0794 0.186 1 0",
                        "nRes2 0.231 0.388 0 2");
        assertThat(IpssmGene.RESIDUAL)
                .extracting(IpssmGene::name)
                .containsExactly(
                        "BCOR", "BCORL1", "CEBPA", "ETNK1", "GATA2", "GNB1", "IDH1", "NF1", "PHF6", "PPM1D", "PRPF8",
                        "PTPN11", "SETBP1", "STAG2", "WT1");
        assertThat(IpssmGene.values()).hasSize(30);
        assertThat(IpssmVariables.MAIN_EFFECTS).hasSize(14);
    }

    @ParameterizedTest
    @CsvSource({
        "-1.5, Very Low", "-1.49, Low", "-0.5, Low", "-0.49, Moderate Low", "0, Moderate Low", "0.01, Moderate High",
        "0.5, Moderate High", "0.51, High", "1.5, High", "1.51, Very High", "99, Very High", "-99, Very Low"
    })
    void categoriesEndAtTheirCutOffs(double score, String category) {
        assertThat(Ipssm.categoryOf(score)).isEqualTo(category);
    }

    @Test
    void theScoreIsRoundedBeforeItIsCut() {
        // -0.4998 is above the cut-off and rounds to it.
        BigDecimal sum = new BigDecimal("-0.4998").multiply(new BigDecimal("0.69314718055994530941723212145817656808"));
        assertThat(IpssmScore.rounded(sum)).isEqualByComparingTo("-0.50");
        assertThat(IpssmCategory.of(IpssmScore.rounded(sum))).isEqualTo(IpssmCategory.LOW);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, 0",
        "1, 0, 1, 1, 1",
        "2, 0, 2, 2, 2",
        "3, 0, 2, 2, 2",
        "0, 15, 0, 0.388, 2",
        "0, 5, 0, 0.1293333333, 2",
        "1, 5, 1, 1.0646666667, 2",
        "1, 1, 1, 1.0129333333, 2",
        "2, 3, 2, 2, 2",
        "0, 1, 0, 0.0258666667, 1"
    })
    void residualGenesAreCountedAsTheRPackageDoes(int mutated, int missing, double best, double mean, double worst) {
        ResidualGenes genes = new ResidualGenes(mutated, missing);

        assertThat(genes.best().doubleValue()).isEqualTo(best);
        assertThat(genes.mean().doubleValue()).isEqualTo(mean, within(1e-9));
        assertThat(genes.worst().doubleValue()).isEqualTo(worst);
    }

    @ParameterizedTest
    @CsvSource({
        // TP53mut, maxvaf, loh, del17: both alleles hit.
        "0, 0, 0, 0, ABSENT",
        "0, NA, NA, NA, ABSENT",
        "0, 0, 1, 1, ABSENT",
        "2 or more, NA, NA, NA, PRESENT",
        "1, 0.55, 0, 0, ABSENT",
        "1, 0.5501, 0, 0, PRESENT",
        "1, 0.2, 1, 0, PRESENT",
        "1, 0.2, 0, 1, PRESENT",
        "1, 0.2, NA, 0, UNKNOWN",
        "1, NA, NA, NA, UNKNOWN",
        "1, NA, 0, NA, ABSENT",
        "1, NA, NA, 1, PRESENT",
        "NA, 0.9, 1, 1, UNKNOWN",
    })
    void tp53IsHitOnBothAllelesByTwoMutationsOrByOneAndALoss(
            String mutations, String vaf, String loh, String del17, TriState multi) {
        IpssmInput input = input("TP53mut=" + mutations, "TP53maxvaf=" + vaf, "TP53loh=" + loh, "del17_17p=" + del17);

        assertThat(IpssmVariables.tp53Multi(input)).isEqualTo(multi);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SF3B1=0;del5q=NA | ABSENT | ABSENT",
                "SF3B1=NA;del5q=0 | ABSENT | UNKNOWN",
                "SF3B1=NA;del5q=1 | UNKNOWN | UNKNOWN",
                "SF3B1=NA;RUNX1=1 | ABSENT | ABSENT",
                "SF3B1=1 | ABSENT | PRESENT",
                "SF3B1=1;del5q=1 | PRESENT | ABSENT",
                "SF3B1=1;del5q=1;del7_7q=1 | ABSENT | PRESENT",
                "SF3B1=1;del5q=1;del7_7q=NA | UNKNOWN | UNKNOWN",
                "SF3B1=1;del5q=1;complex=1 | ABSENT | PRESENT",
                "SF3B1=1;del5q=1;complex=NA | UNKNOWN | UNKNOWN",
                "SF3B1=1;del5q=NA | UNKNOWN | UNKNOWN",
                "SF3B1=1;del5q=NA;complex=1 | ABSENT | PRESENT",
                "SF3B1=1;del5q=NA;STAG2=1 | UNKNOWN | ABSENT",
                "SF3B1=1;SRSF2=1 | ABSENT | ABSENT",
                "SF3B1=1;STAG2=1 | ABSENT | ABSENT",
                "SF3B1=1;BCOR=1 | ABSENT | ABSENT",
                "SF3B1=1;BCORL1=1 | ABSENT | ABSENT",
                "SF3B1=1;RUNX1=1 | ABSENT | ABSENT",
                "SF3B1=1;NRAS=1 | ABSENT | ABSENT",
                "SF3B1=1;NRAS=NA | ABSENT | UNKNOWN",
                "SF3B1=1;ASXL1=1 | ABSENT | PRESENT",
            })
    void sf3b1IsFavourableAloneAndAdverseWith5q(String changes, TriState with5q, TriState alpha) {
        IpssmInput input = input(changes.split(";"));

        assertThat(IpssmVariables.sf3b1With5q(input)).isEqualTo(with5q);
        assertThat(IpssmVariables.sf3b1Alpha(input)).isEqualTo(alpha);
    }

    @Test
    void contributionsAddUpToTheMeanScoreTheLargestFirst() {
        for (String[] changes : List.of(
                new String[] {"HB=8.3", "ASXL1=1", "RUNX1=1", "CYTO_IPSSR=Poor"},
                new String[] {"HB=8.3", "BCOR=1", "BCORL1=NA", "WT1=NA", "SF3B1=NA"})) {
            RiskResult result = assess(changes);
            double sum = result.drivers().stream()
                    .mapToDouble(driver -> driver.contribution().orElseThrow())
                    .sum();
            assertThat(sum).isEqualTo(result.score().orElseThrow().mean(), within(0.005));
            assertThat(result.drivers().stream()
                            .map(driver -> Math.abs(driver.contribution().orElseThrow())))
                    .isSortedAccordingTo((a, b) -> Double.compare(b, a));
        }
        assertThat(assess("TP53mut=2 or more").drivers().getFirst())
                .extracting(RiskDriver::name, RiskDriver::rule)
                .containsExactly("TP53multi", "IPSSM_TP53MULTI");
        assertThat(assess("MLL_PTD=NA").drivers()).extracting(RiskDriver::name).doesNotContain("MLL_PTD");
        assertThat(assess().drivers()).hasSize(22);
    }

    @Test
    void flagsSayHowTheRangeWasReported() {
        assertThat(flags(assess())).isEmpty();
        assertThat(flags(assess("SF3B1=NA"))).containsExactly("IPSSM_RANGE_BELOW_LIMIT");
        assertThat(flags(assess("MLL_PTD=NA"))).containsExactly("IPSSM_RANGE_ABOVE_LIMIT");
        // All scores that are left are in the highest category.
        RiskResult stable = assess("MLL_PTD=NA", "TP53mut=2 or more", "CYTO_IPSSR=Very Poor", "BM_BLAST=20", "HB=6");
        assertThat(flags(stable)).containsExactly("IPSSM_CATEGORY_STABLE");
        assertThat(stable.category()).contains("Very High");
        assertThat(stable.settledBy()).isEmpty();
        assertThat(flags(assess("TP53mut=1", "TP53maxvaf=0.56"))).containsExactly("IPSSM_TP53_LOH_INFERRED");
        assertThat(flags(assess("TP53mut=1", "TP53maxvaf=0.56", "TP53loh=1"))).isEmpty();
    }

    @Test
    void aRangeOfExactlyOneIsReported() {
        // EZH2 and DNMT3A and KRAS missing: (0.27 + 0.221 + 0.202) / ln 2 = 0.99979.
        RiskResult one = assess("EZH2=NA", "DNMT3A=NA", "KRAS=NA");
        ScoreRange score = one.score().orElseThrow();
        assertThat(BigDecimal.valueOf(score.worst()).subtract(BigDecimal.valueOf(score.best())))
                .isEqualByComparingTo("1.00");
        assertThat(one.category()).isPresent();
        // NRAS and EZH2 in place of them are a little wider.
        RiskResult more = assess("NRAS=NA", "CBL=NA");
        ScoreRange wider = more.score().orElseThrow();
        assertThat(BigDecimal.valueOf(wider.worst()).subtract(BigDecimal.valueOf(wider.best())))
                .isGreaterThan(BigDecimal.ONE);
        assertThat(more.category()).isEmpty();
    }

    @Test
    void valuesThatTheModelHoldsToItsRangeAreFlagged() {
        assertThat(flags(assess("HB=3.9"))).containsExactly("VALUE_OUT_OF_RANGE");
        assertThat(flags(assess("HB=4"))).isEmpty();
        assertThat(flags(assess("HB=20"))).isEmpty();
        assertThat(flags(assess("HB=20.1"))).containsExactly("VALUE_OUT_OF_RANGE");
        assertThat(flags(assess("BM_BLAST=20"))).isEmpty();
        assertThat(flags(assess("BM_BLAST=20.1"))).containsExactly("VALUE_OUT_OF_RANGE");
        assertThat(assess("HB=4").score()).isEqualTo(assess("HB=3").score());
        assertThat(assess("HB=20").score()).isEqualTo(assess("HB=21").score());
        assertThat(assess("HB=4.5").score()).isNotEqualTo(assess("HB=4").score());
        assertThat(assess("PLT=250").score()).isEqualTo(assess("PLT=251").score());
        assertThat(assess("PLT=240").score()).isNotEqualTo(assess("PLT=250").score());
        assertThat(assess("BM_BLAST=20").score())
                .isEqualTo(assess("BM_BLAST=21").score());
    }

    @Test
    void missingInputsAreListedInTheOrderOfTheColumns() {
        assertThat(assess().missing()).isEmpty();
        assertThat(assess("HB=NA", "del5q=NA", "CYTO_IPSSR=NA", "WT1=NA", "MLL_PTD=NA")
                        .missing())
                .containsExactly("HB", "del5q", "CYTO_IPSSR", "MLL_PTD", "WT1");
        // Fraction and loss are of no use where it is known whether both alleles are hit.
        assertThat(assess("TP53maxvaf=NA", "TP53loh=NA").missing()).isEmpty();
        assertThat(assess("TP53mut=1", "TP53maxvaf=NA", "TP53loh=NA").missing())
                .containsExactly("TP53maxvaf", "TP53loh");
        assertThat(assess("TP53mut=2 or more", "TP53maxvaf=NA", "TP53loh=NA").missing())
                .isEmpty();
    }

    @Test
    void onlyTheTestsThatAreNeededAreNamed() {
        assertThat(assess("MLL_PTD=NA").settledBy()).containsExactly("KMT2A_PTD_ASSAY");
        assertThat(assess("HB=NA").settledBy()).containsExactly("BLOOD_COUNT");
        assertThat(assess("CYTO_IPSSR=NA").settledBy()).containsExactly("KARYOTYPE");
        assertThat(assess("BM_BLAST=NA").settledBy()).containsExactly("MARROW_SMEAR");
        assertThat(assess("TP53mut=1", "TP53loh=NA").settledBy()).containsExactly("TP53_LOH_ASSAY");
        // The fraction may prove the loss and may not, so that it settles nothing for certain.
        assertThat(assess("TP53mut=1", "TP53loh=NA", "TP53maxvaf=NA").settledBy())
                .containsExactly("TP53_LOH_ASSAY");
        assertThat(assess("FLT3=NA", "MLL_PTD=NA").settledBy()).containsExactly("FLT3_ASSAY", "KMT2A_PTD_ASSAY");
        assertThat(assess("NPM1=NA", "NRAS=NA").settledBy()).containsExactly("GENE_PANEL");
        // 1.15 for the duplication and 0.31 for ASXL1: the first alone brings the range under 1.
        assertThat(assess("MLL_PTD=NA", "ASXL1=NA").settledBy()).containsExactly("KMT2A_PTD_ASSAY");
        // A number of TP53 mutations of 1 leaves the loss open, so the panel alone is not enough.
        assertThat(assess("TP53mut=NA", "TP53maxvaf=NA", "TP53loh=NA").settledBy())
                .containsExactly("TP53_LOH_ASSAY", "GENE_PANEL");
        assertThat(assess("TP53mut=NA", "TP53maxvaf=NA").settledBy()).containsExactly("GENE_PANEL");
    }

    /** What is promised is tried: random results of the named tests settle it, and of any smaller set some do not. */
    @Test
    void theNamedTestsSettleTheResultWhateverTheyShow() {
        Random random = new Random(4242);
        int open = 0;
        for (int i = 0; i < 100; i++) {
            Map<String, String> row = randomRow(random, i % 3 == 0 ? 0.25 : 0.08);
            IpssmInput input = input(row);
            RiskResult result = new Ipssm().assess(input);
            if (result.isEstablished()) {
                assertThat(result.settledBy()).isEmpty();
                continue;
            }
            open++;
            Set<LaboratoryTest> named = result.settledBy().stream()
                    .map(LaboratoryTest::valueOf)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(LaboratoryTest.class)));
            for (int j = 0; j < 60; j++) {
                Map<String, String> after = complete(row, input, named, random, j);
                assertThat(new Ipssm().assess(input(after)).isEstablished())
                        .as(row + " after " + named + " " + after)
                        .isTrue();
            }
            for (LaboratoryTest dropped : named) {
                Set<LaboratoryTest> fewer = EnumSet.copyOf(named);
                fewer.remove(dropped);
                assertThat(new IpssmSettling(input).settles(fewer)).isFalse();
                assertThat(someOutcomeStaysOpen(row, input, fewer, random))
                        .as(row + " after " + fewer)
                        .isTrue();
            }
        }
        assertThat(open).isGreaterThan(25);
    }

    private static boolean someOutcomeStaysOpen(
            Map<String, String> row, IpssmInput input, Set<LaboratoryTest> tests, Random random) {
        for (int j = 0; j < 3000; j++) {
            if (!new Ipssm()
                    .assess(input(complete(row, input, tests, random, j)))
                    .isEstablished()) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, String> randomRow(Random random, double missing) {
        Map<String, String> row = new HashMap<>();
        for (IpssmColumns.Column column : IpssmColumns.ALL) {
            row.put(column.name(), random.nextDouble() < missing ? "NA" : value(column.name(), random, -1));
        }
        return row;
    }

    /** Fills what the tests give; the first runs take the extremes. */
    private static Map<String, String> complete(
            Map<String, String> row, IpssmInput input, Set<LaboratoryTest> tests, Random random, int run) {
        Map<String, String> after = new HashMap<>(row);
        for (IpssmColumns.Column column : IpssmColumns.ALL) {
            if (row.get(column.name()).equals("NA")
                    && tests.contains(column.test().apply(input))) {
                after.put(column.name(), value(column.name(), random, run));
            }
        }
        return after;
    }

    private static String value(String column, Random random, int run) {
        boolean low = run == 0 || (run != 1 && random.nextBoolean());
        boolean extreme = run >= 0 && run % 2 == 0;
        return switch (column) {
            case "HB" -> extreme ? (low ? "4" : "20") : String.valueOf(4 + random.nextInt(160) / 10.0);
            case "PLT" -> extreme ? (low ? "0" : "250") : String.valueOf(random.nextInt(400));
            case "BM_BLAST" -> extreme ? (low ? "0" : "20") : String.valueOf(random.nextInt(20));
            case "CYTO_IPSSR" ->
                List.of("Very Good", "Good", "Intermediate", "Poor", "Very Poor")
                        .get(random.nextInt(5));
            case "TP53mut" -> List.of("0", "0", "1", "2 or more").get(random.nextInt(4));
            case "TP53maxvaf" -> low ? "0.2" : "0.7";
            default -> run < 0 ? (random.nextInt(8) == 0 ? "1" : "0") : (low ? "0" : "1");
        };
    }

    @Test
    void inputsAreShownWithTheirUnits() {
        assertThat(assess("HB=9.60", "ASXL1=1", "BCOR=NA").inputs())
                .contains(
                        new RiskInput("HB", Optional.of("9.60 g/dL"), Optional.of("clinical table")),
                        new RiskInput("PLT", Optional.of("150 10^9/L"), Optional.of("clinical table")),
                        new RiskInput("ASXL1", Optional.of("present"), Optional.of("clinical table")),
                        new RiskInput("CBL", Optional.of("absent"), Optional.of("clinical table")),
                        new RiskInput("TP53mut", Optional.of("0"), Optional.of("clinical table")),
                        new RiskInput("CYTO_IPSSR", Optional.of("Good"), Optional.of("clinical table")),
                        new RiskInput("BCOR", Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "HB=abc",
        "HB=-1",
        "HB=31",
        "PLT=5001",
        "BM_BLAST=101",
        "CYTO_IPSSR=good",
        "TP53mut=3",
        "TP53maxvaf=55",
        "TP53loh=2",
        "ASXL1=yes",
        "del5q=true"
    })
    void whatCannotBeIsRefusedByTheNameOfItsColumn(String change) {
        assertThatThrownBy(() -> input(change))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith(change.split("=")[0] + ": expected ")
                .hasMessageEndingWith("found " + change.split("=")[1]);
    }

    @Test
    void nothingKnownGivesTheWidestRange() {
        RiskResult result = new Ipssm().assess(IpssmInput.unknown());

        assertThat(result.category()).isEmpty();
        assertThat(result.range()).contains(new CategoryRange("Very Low", "Very High"));
        assertThat(result.missing()).hasSize(IpssmColumns.ALL.size());
        assertThat(result.settledBy()).contains("BLOOD_COUNT", "KARYOTYPE", "GENE_PANEL");
        assertThatThrownBy(() -> new IpssmInput(
                        Optional.of(new BigDecimal("31")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        TriState.UNKNOWN,
                        TriState.UNKNOWN,
                        TriState.UNKNOWN,
                        TriState.UNKNOWN,
                        Optional.empty(),
                        Optional.empty(),
                        TriState.UNKNOWN,
                        Map.of(),
                        Map.of()))
                .hasMessage("HB: expected a number from 0 to 30, found 31");
    }

    @Test
    void theSchemeIsDescribedWithTheColumnsOfTheRPackage() {
        assertThat(new Ipssm().description().inputs())
                .hasSize(41)
                .extracting(in -> in.name())
                .startsWith("HB", "PLT", "BM_BLAST")
                .contains("TP53maxvaf", "MLL_PTD", "WT1")
                .doesNotHaveDuplicates();
        assertThat(new Ipssm().description().scheme().categories())
                .containsExactly("Very Low", "Low", "Moderate Low", "Moderate High", "High", "Very High");
    }
}
