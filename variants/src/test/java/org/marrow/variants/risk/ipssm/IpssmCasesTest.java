package org.marrow.variants.risk.ipssm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.marrow.core.risk.RiskResult;
import org.marrow.core.testing.SharedData;
import org.marrow.variants.testing.CaseTable;

/** All 63 patients that the authors' R package was run on. */
@Tag("real-data")
class IpssmCasesTest {

    private static List<DynamicTest> patients(String inputs, String expected) throws IOException {
        List<Map<String, String>> in = CaseTable.read(SharedData.require("clinical/ipssm/" + inputs));
        List<Map<String, String>> out = CaseTable.read(SharedData.require("clinical/ipssm/" + expected));
        assertThat(in).hasSameSizeAs(out);
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < in.size(); i++) {
            Map<String, String> row = in.get(i);
            Map<String, String> wanted = out.get(i);
            assertThat(row.get("ID")).isEqualTo(wanted.get("ID"));
            tests.add(DynamicTest.dynamicTest(row.get("ID"), () -> compare(row, wanted)));
        }
        return tests;
    }

    @TestFactory
    Stream<DynamicTest> everyPatientEqualsTheRPackage() throws IOException {
        List<DynamicTest> synthetic = patients("synthetic60_input.csv", "synthetic60_R_expected.csv");
        List<DynamicTest> examples = patients("IPSSMexample_input_R.csv", "IPSSMexample_R_out.csv");
        assertThat(synthetic.size() + examples.size()).isEqualTo(63);
        return Stream.concat(synthetic.stream(), examples.stream());
    }

    private static void compare(Map<String, String> row, Map<String, String> wanted) {
        RiskResult result = new Ipssm().assess(IpssmInput.fromNamed(name -> Optional.ofNullable(row.get(name))));

        assertThat(result.score()).hasValueSatisfying(score -> {
            assertThat(score.best()).isEqualTo(Double.parseDouble(wanted.get("IPSSMscore_best")));
            assertThat(score.mean()).isEqualTo(Double.parseDouble(wanted.get("IPSSMscore_mean")));
            assertThat(score.worst()).isEqualTo(Double.parseDouble(wanted.get("IPSSMscore_worst")));
            assertThat(Ipssm.categoryOf(score.mean())).isEqualTo(wanted.get("IPSSMcat_mean"));
        });
        assertThat(result.range()).hasValueSatisfying(range -> {
            assertThat(range.best()).isEqualTo(wanted.get("IPSSMcat_best"));
            assertThat(range.worst()).isEqualTo(wanted.get("IPSSMcat_worst"));
        });
        assertThat(result.category().orElse("NA")).isEqualTo(wanted.get("IPSSMcat"));
        String comment = wanted.get("Comment");
        assertThat(result.flags().stream().anyMatch(f -> f.code().equals("IPSSM_RANGE_ABOVE_LIMIT")))
                .isEqualTo(comment.equals("range (worst - best) above limit"));
        assertThat(result.flags().stream().anyMatch(f -> f.code().equals("IPSSM_RANGE_BELOW_LIMIT")))
                .isEqualTo(comment.equals("range (worst - best) below limit"));
        assertThat(result.isEstablished()).isEqualTo(result.settledBy().isEmpty());
    }
}
