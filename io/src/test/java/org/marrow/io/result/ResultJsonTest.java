package org.marrow.io.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marrow.core.cell.CellMap;
import org.marrow.core.cell.MarkerGene;
import org.marrow.core.error.BugException;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.Location;
import org.marrow.core.error.UserException;
import org.marrow.core.patient.Pseudonym;
import org.marrow.core.patient.Sample;
import org.marrow.core.patient.SampleId;
import org.marrow.core.patient.SampleMaterial;
import org.marrow.core.patient.Treatment;
import org.marrow.core.risk.RiskResult;
import org.marrow.core.run.AnalysisOutput;
import org.marrow.core.run.ResultBundle;
import org.marrow.core.variant.Assembly;
import org.marrow.core.variant.AssessedGenes;
import org.marrow.core.variant.SampleVariants;

class ResultJsonTest {
    private static final String SAMPLE =
            "{\"id\":\"S1\",\"patient\":\"P1\",\"material\":\"BONE_MARROW\",\"collected\":\"2026-03-31\"}";

    @TempDir
    Path folder;

    @Test
    void fieldsHaveTheNamesAndTheOrderOfTheComponents() {
        Sample sample = new Sample(
                new SampleId("S1"),
                new Pseudonym("P1"),
                SampleMaterial.BONE_MARROW,
                Optional.of(LocalDate.of(2026, 3, 31)),
                Optional.empty());
        assertThat(ResultJson.toJson(sample)).isEqualTo(SAMPLE);
        assertThat(read(SAMPLE)).isEqualTo(sample);
    }

    @Test
    void floatsAreShortAndNumbersThatAreNotFiniteAreStrings() {
        CellMap map = new CellMap(
                new float[] {1, -0.5f, 0.1f},
                new float[] {Float.NaN, 3e10f, -0f},
                new int[] {0, 1, 1},
                2,
                1.0,
                Double.NaN,
                3,
                2,
                List.of(new MarkerGene(0, "CD3D", 1, -2, 0.5, Double.POSITIVE_INFINITY)),
                List.of());
        assertThat(ResultJson.toJson(map))
                .isEqualTo("{\"x\":[1,-0.5,0.1],\"y\":[\"NaN\",3.0E10,-0],\"labels\":[0,1,1],\"clusters\":2,"
                        + "\"resolution\":1.0,\"modularity\":\"NaN\",\"cellsRead\":3,\"genesRead\":2,\"markers\":[{"
                        + "\"cluster\":0,\"gene\":\"CD3D\",\"z\":1.0,\"logPValue\":-2.0,\"adjustedPValue\":0.5,"
                        + "\"log2FoldChange\":\"Infinity\"}],\"notes\":[]}");
    }

    @Test
    void setsAreSortedAndFormsOfSealedInterfacesHaveATypeField() {
        SampleVariants variants = new SampleVariants(
                "T",
                Assembly.GRCH38,
                new AssessedGenes.Panel("myeloid", Set.of("TP53", "FLT3", "NPM1", "ASXL1")),
                List.of());
        String json = "{\"name\":\"T\",\"assembly\":\"GRCH38\",\"assessed\":{\"type\":\"Panel\",\"name\":\"myeloid\","
                + "\"genes\":[\"ASXL1\",\"FLT3\",\"NPM1\",\"TP53\"]},\"calls\":[]}";
        assertThat(ResultJson.toJson(variants)).isEqualTo(json);
        assertThat(ResultJson.fromJson(json, SampleVariants.class, Path.of("a")))
                .isEqualTo(variants);
        assertThatThrownBy(
                        () -> ResultJson.fromJson(json.replace("Panel", "Genome"), SampleVariants.class, Path.of("a")))
                .hasMessageContaining("expected one of Unstated, Panel, Exome, found 'Genome'");
        assertThatThrownBy(() -> ResultJson.fromJson(
                        json.replace("\"type\":\"Panel\",", ""), SampleVariants.class, Path.of("a")))
                .hasMessageContaining("expected the field type first");
    }

    /** A record with a map whose keys are constants. */
    private record Counts(Map<SampleMaterial, Integer> samples) {}

    @Test
    void mapsByConstantsReadBackAndUnknownConstantsAreRefused() {
        Path file = Path.of("a");
        Counts counts = new Counts(Map.of(SampleMaterial.values()[0], 3, SampleMaterial.values()[1], 4));
        assertThat(ResultJson.fromJson(ResultJson.toJson(counts), Counts.class, file))
                .isEqualTo(counts);
        assertThatThrownBy(() -> ResultJson.fromJson("{\"samples\":{\"HAIR\":1}}", Counts.class, file))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("one of [" + SampleMaterial.values()[0])
                .hasMessageContaining("HAIR");
    }

    @Test
    void collectionsForTheApiAreWrittenToo() {
        assertThat(ResultJson.toJson(List.of(new Pseudonym("P2"), new Pseudonym("P1"))))
                .isEqualTo("[\"P2\",\"P1\"]");
        assertThat(ResultJson.toJson(Map.of(new Pseudonym("P2"), 1L, new Pseudonym("P1"), 2L)))
                .isEqualTo("{\"P1\":2,\"P2\":1}");
        assertThat(ResultJson.toJson(new Treatment("x", LocalDate.of(2026, 1, 1), Optional.empty(), OptionalInt.of(2))))
                .isEqualTo("{\"name\":\"x\",\"start\":\"2026-01-01\",\"line\":2}");
        assertThatThrownBy(() -> ResultJson.toJson(new Object())).isInstanceOf(BugException.class);
    }

    @Test
    void recordsOfOtherPackagesAreWrittenToo() {
        record View(String title, OptionalDouble level, List<Pseudonym> patients) {}
        assertThat(ResultJson.toJson(new View("<b>", OptionalDouble.of(0.5), List.of(new Pseudonym("P1")))))
                .isEqualTo("{\"title\":\"<b>\",\"level\":0.5,\"patients\":[\"P1\"]}");
    }

    @Test
    void whatIsWrittenReadsBack() {
        RecursiveComparisonConfiguration deep = RecursiveComparisonConfiguration.builder()
                .withEqualsForType(Double::equals, Double.class)
                .withEqualsForType(Float::equals, Float.class)
                .build();
        for (long seed = 0; seed < 40; seed++) {
            ResultBundle bundle = new RandomRecords(seed).bundle();
            Path file = folder.resolve("r.json");
            ResultJson.write(file, bundle);
            ResultBundle read = ResultJson.read(file, ResultBundle.class);
            assertThat(read).as("seed " + seed).usingRecursiveComparison(deep).isEqualTo(bundle);
            assertThat(ResultJson.toJson(read)).as("seed " + seed).isEqualTo(ResultJson.toJson(bundle));
        }
    }

    @Test
    void anotherJsonReaderUnderstandsIt() throws IOException {
        AnalysisOutput output = new RandomRecords(99).output(new Pseudonym("P1"));
        JsonNode tree = new ObjectMapper().readTree(ResultJson.toJson(output));
        assertThat(tree.get("patient").asText()).isEqualTo("P1");
        assertThat(tree.get("risks").size()).isEqualTo(output.risks().size());
        assertThat(tree.get("command").asText()).isEqualTo(output.command());
    }

    @Test
    void bytesDoNotDependOnLocaleOrZone() throws IOException {
        ResultBundle bundle = new RandomRecords(4).bundle();
        Path file = folder.resolve("r.json");
        ResultJson.write(file, bundle);
        byte[] expected = Files.readAllBytes(file);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String tag : List.of("tr-TR", "ar-EG", "fr-FR")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
                ResultJson.write(file, bundle);
                assertThat(Files.readAllBytes(file)).isEqualTo(expected);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        assertThat(expected[expected.length - 1]).isEqualTo((byte) '\n');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|the field id of Sample",
                "{\"id\":\"S1\",\"patient\":\"P1\"}|the field material of Sample",
                "{\"id\":\"S1\",\"identity\":1}|a field of Sample, one of id, patient, material, collected, timepoint",
                "{\"id\":\"S1\",\"id\":\"S1\"}|each field once",
                "{\"id\":1}|a sample id",
                "{\"id\":null}|a sample id",
                "{\"id\":\"a b\"}|letters, digits",
                "{\"id\":{\"value\":\"S1\"}}|a sample id",
                "{\"material\":\"marrow\"}|one of [BONE_MARROW",
                "{\"material\":1}|one of [BONE_MARROW",
                "{\"collected\":\"31.3.2026\"}|a date",
                "{\"collected\":null}|a date",
                "[]|an object",
                "\"S1\"|an object",
                "{\"id\":\"S1\"|JSON",
                "{'id':1}|JSON",
                "{\"id\":\"S1\",}|JSON",
                "// x|JSON",
            })
    void whatIsNotTheRecordIsRefused(String json, String expected) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(FormatException.class).hasMessageContaining(expected);
    }

    @Test
    void refusalsNameLineColumnAndPath() {
        assertThatThrownBy(() -> read("{\"id\":\"S1\",\n  \"patient\": 5}"))
                .isInstanceOfSatisfying(FormatException.class, refusal -> {
                    assertThat(refusal.location()).isEqualTo(Location.column(2, "14"));
                    assertThat(refusal.found()).isEqualTo("'5' at /patient");
                });
    }

    @Test
    void textAfterTheRecordIsRefused() {
        assertThatThrownBy(() -> read(SAMPLE + " 1")).hasMessageContaining("the end of the text");
        assertThat(read(SAMPLE + " \n")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1e3", "2147483648", "-2147483649", "\"1\"", "99999999999999999999", "true"})
    void wholeNumbersAreWholeAndFit(String number) {
        String json = ResultJson.toJson(new RandomRecords(1).cellMap(0));
        assertThatThrownBy(() -> ResultJson.fromJson(
                        json.replace("\"clusters\":5", "\"clusters\":" + number), CellMap.class, Path.of("a")))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("a whole number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999", "\"1\"", "\"nan\"", "null", "[]"})
    void numbersFitAndAreNotWords(String number) {
        String json = ResultJson.toJson(new RandomRecords(1).cellMap(0));
        assertThatThrownBy(() -> ResultJson.fromJson(
                        json.replaceFirst("\"resolution\":[^,]*", "\"resolution\":" + number.replace("\\", "")),
                        CellMap.class,
                        Path.of("a")))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("a number");
    }

    @Test
    void whatTheRecordItselfRefusesIsLaidAtThePlace() {
        String json =
                ResultJson.toJson(new RandomRecords(1).cellMap(2)).replaceFirst("\"labels\":\\[\\d", "\"labels\":[1,1");
        assertThatThrownBy(() -> ResultJson.fromJson(json, CellMap.class, Path.of("a.json")))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("a.json, line 1")
                .hasMessageContaining("cells to be 2 in each array");
    }

    @Test
    void everyCutOfAFileIsRefused() throws IOException {
        Path file = folder.resolve("r.json");
        ResultJson.write(file, new RandomRecords(8).risk());
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length - 1; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> ResultJson.read(file, RiskResult.class)).isInstanceOf(FormatException.class);
        }
    }

    @Test
    void changedBytesAreRefusedOrReadAndNothingElse() throws IOException {
        byte[] whole = ResultJson.toJson(new RandomRecords(12).bundle()).getBytes(StandardCharsets.UTF_8);
        Random random = new Random(1);
        Path file = folder.resolve("r.json");
        int refused = 0;
        for (int i = 0; i < 1000; i++) {
            byte[] changed = whole.clone();
            for (int j = 0; j <= random.nextInt(3); j++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            Files.write(file, changed);
            try {
                ResultJson.read(file, ResultBundle.class);
            } catch (FormatException expected) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(300);
    }

    @Test
    void hostileDepthAndLengthAreRefused() {
        assertThatThrownBy(() -> read("{\"id\":" + "[".repeat(100_000))).isInstanceOf(FormatException.class);
        assertThatThrownBy(() -> read("{\"id\":\"" + "x".repeat(17 << 20) + "\"}"))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("JSON");
        assertThatThrownBy(() -> read("{\"" + "x".repeat(10_000) + "\":1}")).isInstanceOf(FormatException.class);
    }

    @Test
    void aMissingFileIsAnotherMistakeThanADamagedOne() {
        assertThatThrownBy(() -> ResultJson.read(folder.resolve("none.json"), Sample.class))
                .isInstanceOfSatisfying(
                        UserException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.ACCESS));
    }

    private static Sample read(String json) {
        return ResultJson.fromJson(json, Sample.class, Path.of("sample.json"));
    }
}
