package org.marrow.variants.risk.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.marrow.core.testing.SharedData;
import org.marrow.variants.risk.scheme.NamedValues;
import org.marrow.variants.testing.CaseTable;

/** Every worked case of ELN 2022. The table writes its inputs in prose; {@link Eln2022Cases} says what each phrase means. */
@Tag("real-data")
class Eln2022CasesTest {

    @TestFactory
    List<DynamicTest> everyCaseHasItsCategory() throws IOException {
        List<Map<String, String>> rows = CaseTable.read(SharedData.require("clinical/cases/eln2022_cases.csv"));
        assertThat(rows).hasSize(21);
        return rows.stream()
                .map(row -> DynamicTest.dynamicTest(row.get("case") + ": " + row.get("inputs"), () -> {
                    Map<String, String> values = Eln2022Cases.values(row.get("inputs"));
                    assertThat(RuleScheme.load("eln2022")
                                    .assess(new NamedValues(name -> Optional.ofNullable(values.get(name))))
                                    .category())
                            .contains(row.get("expected"));
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> theRetypedCasesAreThoseOfTheTable() throws IOException {
        Map<String, String> expected = new HashMap<>();
        for (Map<String, String> row : CaseTable.read(SharedData.require("clinical/cases/eln2022_cases.csv"))) {
            expected.put(row.get("inputs"), row.get("expected"));
        }
        return Eln2022Cases.RETYPED.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(), () -> assertThat(expected).containsEntry(entry.getKey(), entry.getValue())))
                .toList();
    }
}
