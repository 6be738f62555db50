package org.marrow.variants.risk.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.marrow.core.risk.RiskFlag;
import org.marrow.variants.karyotype.KaryotypeRemark;
import org.marrow.variants.karyotype.KaryotypeRemark.Code;

class KaryotypeRemarkFlagTest {
    @Test
    void remarksAreInEnglishAndFrench() {
        RiskFlag flag = PatientFindings.flagOf(new KaryotypeRemark(Code.KARYOTYPE_PART_NOT_READ, "arr(5)x1"));

        assertThat(flag.code()).isEqualTo("KARYOTYPE_PART_NOT_READ");
        assertThat(flag.explanation())
                .startsWith("A part of the karyotype report is not read")
                .endsWith("(arr(5)x1)");
        assertThat(RiskMessages.translate(RiskLanguage.FRENCH, flag.code(), flag.explanation()))
                .startsWith("Une partie du compte rendu")
                .endsWith("(arr(5)x1)");
        assertThat(flag.mark()).isEqualTo(Code.KARYOTYPE_PART_NOT_READ.mark());
        for (Code code : Code.values()) {
            assertThat(RiskMessages.text(RiskLanguage.FRENCH, code.name()))
                    .isNotEqualTo(RiskMessages.text(RiskLanguage.ENGLISH, code.name()));
        }
    }
}
