package org.marrow.io.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.error.UserException;
import org.marrow.core.risk.TriState;

class TableSinkTest {
    @TempDir
    Path folder;

    @Test
    void quotesOnlyWhatNeedsIt() throws IOException {
        assertThat(csv(List.of("plain", "a,b", "say \"x\"", "two\nlines")))
                .isEqualTo("plain,\"a,b\",\"say \"\"x\"\"\",\"two\nlines\"\n");
    }

    @Test
    void numbersAreShortAndThoseOfTheRootLocale() throws IOException {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            assertThat(csv(List.of(9.6, 3.0, 1e-7, 12345678L))).isEqualTo("9.6,3,1.0E-7,12345678\n");
            assertThat(csv(List.of(0.1f, 2, LocalDate.of(2026, 3, 31), 100.0))).isEqualTo("0.1,2,2026-03-31,100\n");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void unknownIsAnEmptyCell() throws IOException {
        assertThat(csv(List.of(Optional.empty(), OptionalDouble.empty(), OptionalInt.empty(), TriState.UNKNOWN)))
                .isEqualTo(",,,\n");
        assertThat(csv(List.of(Optional.of("x"), OptionalDouble.of(1.5), OptionalLong.of(2), TriState.ABSENT)))
                .isEqualTo("x,1.5,2,0\n");
    }

    @Test
    void refusesNumbersThatAreNotFiniteAndLeavesNothing() {
        assertThatThrownBy(() -> csv(List.of(Double.NaN, 1, 1, 1))).isInstanceOf(InvalidValueException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aTabSeparatedCellCannotHoldATab() {
        Path file = folder.resolve("t.tsv");
        assertThatThrownBy(() -> TableSink.write(file, TableFormat.TSV, List.of("a"), sink -> sink.row("x\ty")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("without tabs");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void formulasAreDefusedForSpreadsheetsOnly() throws IOException {
        Path file = folder.resolve("t.csv");
        List<String> header = List.of("a", "b", "c", "d");
        List<Object> cells = List.of("=HYPERLINK(1)", "@x", -1.5, Optional.of("-cmd"));
        TableSink.writeForSpreadsheets(file, TableFormat.CSV, header, sink -> sink.row(cells));
        assertThat(Files.readString(file)).isEqualTo("a,b,c,d\n'=HYPERLINK(1),'@x,-1.5,'-cmd\n");
        TableSink.write(file, TableFormat.CSV, header, sink -> sink.row(cells));
        assertThat(Files.readString(file)).isEqualTo("a,b,c,d\n=HYPERLINK(1),@x,-1.5,-cmd\n");
    }

    @Test
    void aFailureKeepsTheOldFile() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "old");
        assertThatThrownBy(() -> TableSink.write(file, TableFormat.CSV, List.of("a"), sink -> {
                    sink.row("new");
                    throw new IOException("disk full");
                }))
                .isInstanceOf(UserException.class);
        assertThat(Files.readString(file)).isEqualTo("old");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void whatIsWrittenReadsBack() throws IOException {
        Random random = new Random(20261124);
        for (int round = 0; round < 200; round++) {
            int columns = 1 + random.nextInt(5);
            List<String> header = new ArrayList<>();
            for (int i = 0; i < columns; i++) {
                header.add("c" + i);
            }
            List<List<String>> rows = new ArrayList<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                List<String> row = new ArrayList<>();
                for (int j = 0; j < columns; j++) {
                    row.add(randomCell(random));
                }
                rows.add(row);
            }
            Path file = folder.resolve("t.csv");
            TableSink.write(file, TableFormat.CSV, header, sink -> {
                for (List<String> row : rows) {
                    sink.row(row);
                }
            });
            List<List<String>> read = TableSource.readAll(file).stream()
                    .map(row -> header.stream().map(row::raw).toList())
                    .toList();
            assertThat(read).as("round " + round).isEqualTo(rows);
        }
    }

    private static String randomCell(Random random) {
        String letters = "ab,;\"\n é😀|=";
        StringBuilder cell = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            int[] points = letters.codePoints().toArray();
            cell.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return cell.toString().strip();
    }

    private String csv(List<?> cells) throws IOException {
        Path file = folder.resolve("t.csv");
        TableSink.write(file, TableFormat.CSV, List.of("a", "b", "c", "d"), sink -> sink.row(cells));
        String text = Files.readString(file);
        Files.delete(file);
        return text.substring(text.indexOf('\n') + 1);
    }
}
