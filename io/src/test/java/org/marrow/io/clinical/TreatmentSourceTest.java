package org.marrow.io.clinical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marrow.core.patient.Pseudonym;
import org.marrow.core.patient.Treatment;
import org.marrow.io.table.TableProblem;
import org.marrow.io.table.TableProblemsException;

class TreatmentSourceTest {
    private static final Pseudonym P1 = new Pseudonym("P1");

    @TempDir
    Path folder;

    @Test
    void readsCoursesByTheirStart() throws IOException {
        Path file =
                write("P1,azacitidine,2026-03-01,,2", "P1,\"7+3, first\",2026-01-02,2026-01-09,1", "P2,x,2026-01-01,,");
        assertThat(TreatmentSource.read(file))
                .containsExactly(
                        Map.entry(
                                P1,
                                List.of(
                                        new Treatment(
                                                "7+3, first",
                                                LocalDate.of(2026, 1, 2),
                                                Optional.of(LocalDate.of(2026, 1, 9)),
                                                OptionalInt.of(1)),
                                        new Treatment(
                                                "azacitidine",
                                                LocalDate.of(2026, 3, 1),
                                                Optional.empty(),
                                                OptionalInt.of(2)))),
                        Map.entry(
                                new Pseudonym("P2"),
                                List.of(new Treatment(
                                        "x", LocalDate.of(2026, 1, 1), Optional.empty(), OptionalInt.empty()))));
    }

    @Test
    void everyMistakeOfTheFileIsNamed() throws IOException {
        Path file = write(",x,2026-01-01,,", "P1,,1/2/2026,2026-01-09,0", "P1,x,2026-01-09,2026-01-08,1");
        assertThatThrownBy(() -> TreatmentSource.read(file))
                .isInstanceOfSatisfying(
                        TableProblemsException.class,
                        refusal -> assertThat(refusal.problems())
                                .extracting(problem -> problem.line() + " " + problem.column())
                                .containsExactly("2 patient", "3 name", "3 start", "3 line", "4 end"));
    }

    @Test
    void aCourseMayEndOnTheDayItBegins() throws IOException {
        assertThat(TreatmentSource.read(write("P1,x,2026-01-09,2026-01-09,50"))).hasSize(1);
        assertThatThrownBy(() -> TreatmentSource.read(write("P1,x,2026-01-09,2026-01-09,51")))
                .hasMessageContaining("column line: found '51'; write a whole number from 1 to 50");
    }

    @Test
    void unknownAndMissingColumnsAreNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "patient,name,begin\nP1,x,2026-01-01\n");
        assertThatThrownBy(() -> TreatmentSource.read(file))
                .isInstanceOfSatisfying(
                        TableProblemsException.class,
                        refusal -> assertThat(refusal.problems())
                                .extracting(TableProblem::column)
                                .containsExactly("begin", "start"));
    }

    @Test
    void whatIsWrittenReadsBack() throws IOException {
        Map<Pseudonym, List<Treatment>> treatments = TreatmentSource.read(
                write("P1,=danger,2026-03-01,,2", "P1,a,2026-01-02,2026-01-09,1", "P0,x,2026-01-01,,"));
        Path copy = folder.resolve("copy.csv");
        TreatmentSink.write(copy, treatments);
        assertThat(TreatmentSource.read(copy)).isEqualTo(treatments);
    }

    private Path write(String... lines) throws IOException {
        return Files.writeString(
                folder.resolve("t.csv"), "patient,name,start,end,line\n" + String.join("\n", lines) + "\n");
    }
}
