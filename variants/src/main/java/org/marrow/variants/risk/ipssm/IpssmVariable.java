package org.marrow.variants.risk.ipssm;

import java.math.BigDecimal;
import java.util.Locale;
import org.marrow.core.risk.EvidenceMark;
import org.marrow.variants.risk.scheme.RiskCode;

/**
 * The 22 variables of the IPSS-M model, with coefficient, average, most favourable and most adverse value.
 *
 * <p>Source: Bernard E, Tuechler H, Greenberg PL, et al. NEJM Evid 2022;1(7), as printed there and as in the R package ipssm 1.0.0,
 * which is under the MIT licence. They are kept as code and not in a data file because nobody may edit them: another edition is
 * another scheme.
 */
public enum IpssmVariable implements RiskCode {
    /** Haemoglobin in g/dL, held to 4 to 20. */
    HB1("-0.171", "9.87", "20", "4"),
    /** Platelets in 10^9/L, at most 250, by 100. */
    TRANSF_PLT100("-0.222", "1.41", "2.5", "0"),
    /** Marrow blasts in %, at most 20, by 5. */
    BLAST5("0.352", "0.922", "0", "4"),
    /** IPSS-R cytogenetic group, 0 to 4. */
    CYTOVEC("0.287", "1.39", "0", "4"),
    TP53multi("1.18", "0.071", "0", "1"),
    FLT3("0.798", "0.0108", "0", "1"),
    MLL_PTD("0.798", "0.0247", "0", "1"),
    SF3B1_5q("0.504", "0.0166", "0", "1"),
    NPM1("0.43", "0.0112", "0", "1"),
    RUNX1("0.423", "0.126", "0", "1"),
    NRAS("0.417", "0.0362", "0", "1"),
    ETV6("0.391", "0.0216", "0", "1"),
    IDH2("0.379", "0.0429", "0", "1"),
    CBL("0.295", "0.0473", "0", "1"),
    EZH2("0.27", "0.0588", "0", "1"),
    U2AF1("0.247", "0.0866", "0", "1"),
    SRSF2("0.239", "0.158", "0", "1"),
    DNMT3A("0.221", "0.161", "0", "1"),
    ASXL1("0.213", "0.252", "0", "1"),
    KRAS("0.202", "0.0271", "0", "1"),
    /** The one mutation that is favourable. */
    SF3B1_alpha("-0.0794", "0.186", "1", "0"),
    /** Mutated residual genes, at most 2; a missing gene is filled in by {@link ResidualGenes}. */
    nRes2("0.231", "0.388", "0", "2");

    private final BigDecimal beta;
    private final BigDecimal mean;
    private final BigDecimal best;
    private final BigDecimal worst;

    IpssmVariable(String beta, String mean, String best, String worst) {
        this.beta = new BigDecimal(beta);
        this.mean = new BigDecimal(mean);
        this.best = new BigDecimal(best);
        this.worst = new BigDecimal(worst);
    }

    /** Coefficient, as a natural logarithm of the hazard ratio. */
    public BigDecimal beta() {
        return beta;
    }

    /** Average of the patients of the study. */
    public BigDecimal mean() {
        return mean;
    }

    public BigDecimal best() {
        return best;
    }

    public BigDecimal worst() {
        return worst;
    }

    /** The variable's part of the sum, still in natural logarithms. */
    BigDecimal effect(BigDecimal value) {
        return beta.multiply(value.subtract(mean));
    }

    @Override
    public String code() {
        return "IPSSM_" + name().toUpperCase(Locale.ROOT);
    }

    @Override
    public EvidenceMark mark() {
        return EvidenceMark.VERIFIED;
    }
}
