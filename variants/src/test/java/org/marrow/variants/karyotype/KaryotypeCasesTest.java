package org.marrow.variants.karyotype;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.marrow.core.risk.TriState;
import org.marrow.core.testing.SharedData;
import org.marrow.variants.testing.CaseTable;

/** Every case of the public karyotype parser's suite. */
@Tag("real-data")
class KaryotypeCasesTest {

    @TestFactory
    List<DynamicTest> complexAndMonosomalEqualThePublicSuite() throws IOException {
        List<Map<String, String>> rows = CaseTable.read(SharedData.require("clinical/cases/karyotype_flags.csv"));
        assertThat(rows).hasSize(15);
        return rows.stream()
                .map(row -> DynamicTest.dynamicTest(row.get("iscn"), () -> {
                    KaryotypeFindings findings = KaryotypeFindings.of(row.get("iscn"));
                    check(row.get("complex"), findings.threeOrMore());
                    check(row.get("monosomal"), findings.monosomal());
                }))
                .toList();
    }

    private static void check(String expected, TriState found) {
        if (!expected.isEmpty()) {
            assertThat(found).isEqualTo(TriState.of(expected.equals("1")));
        }
    }
}
