package org.marrow.variants.risk.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.marrow.core.risk.RiskResult;
import org.marrow.core.risk.ScoreRange;
import org.marrow.core.testing.SharedData;
import org.marrow.variants.risk.scheme.NamedValues;
import org.marrow.variants.testing.CaseTable;

/** Every worked case of IPSS-R and IPSS-RA. */
@Tag("real-data")
class IpssrCasesTest {
    private static final Map<String, String> COLUMNS = Map.of(
            "BM_BLAST", "bm_blast_pct",
            "HB", "hb_g_dl",
            "PLT", "plt_1e9L",
            "ANC", "anc_1e9L",
            "CYTO_IPSSR", "cyto",
            "AGE", "age");

    @TestFactory
    List<DynamicTest> everyCaseEqualsTheTable() throws IOException {
        List<Map<String, String>> rows = CaseTable.read(SharedData.require("clinical/cases/ipssr.csv"));
        assertThat(rows).hasSize(10);
        return rows.stream()
                .map(row -> DynamicTest.dynamicTest(row.toString(), () -> compare(row)))
                .toList();
    }

    private static void compare(Map<String, String> row) {
        NamedValues input =
                new NamedValues(name -> Optional.ofNullable(COLUMNS.get(name)).map(row::get));
        RiskResult ipssr = RuleScheme.load("ipssr").assess(input);
        RiskResult ipssra = RuleScheme.load("ipssra").assess(input);

        assertThat(ipssr.score()).contains(ScoreRange.exact(Double.parseDouble(row.get("ipssr"))));
        assertThat(ipssr.category()).contains(row.get("ipssr_cat"));
        assertThat(ipssra.score()).contains(ScoreRange.exact(Double.parseDouble(row.get("ipssra"))));
        assertThat(ipssra.category()).contains(row.get("ipssra_cat"));
    }
}
