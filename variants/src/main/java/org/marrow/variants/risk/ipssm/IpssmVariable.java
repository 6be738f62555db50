package org.marrow.variants.risk.ipssm;

import java.math.BigDecimal;
import java.util.Locale;
import org.marrow.core.risk.EvidenceMark;
import org.marrow.variants.risk.scheme.RiskCode;

/** The 22 variables of the IPSS-M model; their numbers are in {@code rules/ipssm.coefficients}. */
public enum IpssmVariable implements RiskCode {
    /** Haemoglobin in g/dL, held to 4 to 20. */
    HB1,
    /** Platelets in 10^9/L, at most 250, by 100. */
    TRANSF_PLT100,
    /** Marrow blasts in %, at most 20, by 5. */
    BLAST5,
    /** IPSS-R cytogenetic group, 0 to 4. */
    CYTOVEC,
    TP53multi,
    FLT3,
    MLL_PTD,
    SF3B1_5q,
    NPM1,
    RUNX1,
    NRAS,
    ETV6,
    IDH2,
    CBL,
    EZH2,
    U2AF1,
    SRSF2,
    DNMT3A,
    ASXL1,
    KRAS,
    /** The one mutation that is favourable. */
    SF3B1_alpha,
    /** Mutated residual genes, at most 2; a missing gene is filled in by {@link ResidualGenes}. */
    nRes2;

    /** Coefficient, as a natural logarithm of the hazard ratio. */
    public BigDecimal beta() {
        return IpssmModel.standard().row(this).beta();
    }

    /** Average of the patients of the study. */
    public BigDecimal mean() {
        return IpssmModel.standard().row(this).mean();
    }

    public BigDecimal best() {
        return IpssmModel.standard().row(this).best();
    }

    public BigDecimal worst() {
        return IpssmModel.standard().row(this).worst();
    }

    /** The variable's part of the sum, still in natural logarithms. */
    BigDecimal effect(BigDecimal value) {
        return beta().multiply(value.subtract(mean()));
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
