package org.marrow.io.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.Location;
import org.marrow.core.error.UserException;

class TableSourceTest {
    private static final TableLimits SMALL = new TableLimits(100_000, 200, 50, 4, 3);

    @TempDir
    Path folder;

    @Test
    void readsRowsByColumnNameAndLine() throws IOException {
        List<TableRow> rows = read("a,b\n1,2\n3,4\n");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(1).text("b")).isEqualTo("4");
        assertThat(rows.get(1).line()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\r\n1,2\r\n3,4\r\n", "a,b\r1,2\r3,4", "a,b\n1,2\n3,4", "\uFEFFa,b\n1,2\n3,4\n"})
    void lineEndsAndByteOrderMarkDoNotMatter(String text) throws IOException {
        List<TableRow> rows = read(text);
        assertThat(rows).extracting(row -> row.text("a")).containsExactly("1", "3");
        assertThat(rows).extracting(TableRow::line).containsExactly(2L, 3L);
    }

    @Test
    void lineNumbersCountEmptyLinesAndBreaksInsideQuotes() throws IOException {
        List<TableRow> rows = read("a,b\n\n\"1\n1\",2\n\n3,4");
        assertThat(rows).extracting(TableRow::line).containsExactly(3L, 6L);
        assertThat(rows.getFirst().text("a")).isEqualTo("1\n1");
    }

    @Test
    void quotesAreReadAsRfc4180WritesThem() throws IOException {
        TableRow row = read("a,b\n\"46,XX,t(8;21)\",\"say \"\"x\"\"\"\n").getFirst();
        assertThat(row.text("a")).isEqualTo("46,XX,t(8;21)");
        assertThat(row.text("b")).isEqualTo("say \"x\"");
    }

    @Test
    void inTabSeparatedTextAQuoteIsALetter() throws IOException {
        Path file = write("t.tsv", "a\tb\n\"x\t3\"\n");
        TableRow row = TableSource.readAll(file).getFirst();
        assertThat(row.text("a")).isEqualTo("\"x");
        assertThat(row.text("b")).isEqualTo("3\"");
    }

    @Test
    void namesTheSeparatorThatSeemsToBeMeant() {
        assertThatThrownBy(() -> read("patient;sample;date\n1;2;3\n"))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(
                        "line 1: expected columns separated by ',', found a header that looks separated by ';'");
        assertThatThrownBy(() -> read("patient\tsample\n")).hasMessageContaining("looks separated by a tab");
    }

    @Test
    void aTableOfOneColumnIsATable() throws IOException {
        assertThat(read("gene\nNPM1\n").getFirst().text("gene")).isEqualTo("NPM1");
    }

    @Test
    void refusesAColumnNameThatIsThereTwiceOrMissing() {
        assertThatThrownBy(() -> read("a,b,a\n"))
                .hasMessageContaining("column a")
                .hasMessageContaining("columns 1 and 3");
        assertThatThrownBy(() -> read("a,,b\n")).hasMessageContaining("column 2 without a name");
    }

    @Test
    void refusesRowsWithMoreOrFewerCellsThanTheHeaderByLine() {
        assertThatThrownBy(() -> read("a,b\n1,2\n3\n")).isInstanceOfSatisfying(FormatException.class, refusal -> {
            assertThat(refusal.location()).isEqualTo(Location.line(3));
            assertThat(refusal.expected()).isEqualTo("2 cells, as in the header");
            assertThat(refusal.found()).isEqualTo("1 cells");
        });
        assertThatThrownBy(() -> read("a,b\n46,XX,x\n")).hasMessageContaining("needs double quotes");
    }

    @Test
    void refusesWhatIsNotUtf8ByLine() throws IOException {
        Path file = folder.resolve("t.csv");
        Files.write(file, "a,b\n1,2\n3,gu\u00e9rison\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> TableSource.readAll(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("line 3: expected UTF-8 text, found the byte 0xe9");
        Files.write(file, "a,b\n1,2\n".getBytes(StandardCharsets.UTF_16));
        assertThatThrownBy(() -> TableSource.readAll(file)).hasMessageContaining("UTF-16");
        Files.write(file, new byte[] {'a', '\n', 'b', (byte) 0xc3});
        assertThatThrownBy(() -> TableSource.readAll(file)).hasMessageContaining("line 2: expected UTF-8");
    }

    @Test
    void readsLettersThatLieAcrossBlockBoundaries() throws IOException {
        String cell = "é€😀".repeat(5000);
        for (int shift = 0; shift < 4; shift++) {
            Path file = write("t.csv", "x".repeat(shift) + "a\n" + cell + "\n");
            TableRow row = TableSource.readAll(file).getFirst();
            assertThat(row.raw("x".repeat(shift) + "a")).isEqualTo(cell);
        }
    }

    @Test
    void refusesControlCharacters() {
        assertThatThrownBy(() -> read("a,b\n1,\u0000\n"))
                .hasMessageContaining("line 2")
                .hasMessageContaining("0x00");
        assertThatThrownBy(() -> read("a,b\n1,\u001b[31m\n")).hasMessageContaining("0x1b");
    }

    @Test
    void refusesAnEmptyFileAndAMissingOne() throws IOException {
        assertThatThrownBy(() -> read("")).hasMessageContaining("a line of column names");
        assertThatThrownBy(() -> read("\n\n")).hasMessageContaining("a line of column names");
        assertThatThrownBy(() -> TableSource.readAll(folder.resolve("none.csv")))
                .isInstanceOfSatisfying(
                        UserException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.ACCESS));
    }

    @Test
    void refusesAQuoteThatIsNotClosed() {
        assertThatThrownBy(() -> read("a,b\n1,\"2\n3,4\n"))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> read("a,b\n1,\"2\"x\n")).isInstanceOf(FormatException.class);
    }

    @Test
    void eachLimitRefusesTheFirstThatExceedsIt() throws IOException {
        assertThat(limited("a,b,c,d\n1,2,3,4\n")).hasSize(1);
        assertThatThrownBy(() -> limited("a,b,c,d,e\n")).hasMessageContaining("at most 4 columns, found 5 columns");
        assertThat(limited("a\n1\n2\n3\n")).hasSize(3);
        assertThatThrownBy(() -> limited("a\n1\n2\n3\n4\n")).hasMessageContaining("line 5: expected at most 3 rows");
        assertThat(limited("a\n" + "x".repeat(50) + "\n")).hasSize(1);
        assertThatThrownBy(() -> limited("a\n" + "x".repeat(51) + "\n"))
                .hasMessageContaining("column a: expected at most 50 characters, found 51 characters");
        assertThatThrownBy(() -> limited("a\n" + "x".repeat(90_000) + "\n"))
                .hasMessageContaining("line 2: expected a line of at most 200 characters");
        assertThatThrownBy(() -> limited("a\n" + "\"x\n".repeat(30_000))).isInstanceOf(FormatException.class);
    }

    @Test
    void theWholeTableHasItsLimitToo() throws IOException {
        TableLimits limits = new TableLimits(100_000, 200_000, 50, 4, 100_000);
        Path file = write("t.csv", "a\n" + "1\n".repeat(49_999));
        try (TableSource source = TableSource.open(file, TableFormat.CSV, limits)) {
            assertThatCode(() -> source.forEach(_ -> {})).doesNotThrowAnyException();
        }
        write("t.csv", "a\n" + "1\n".repeat(49_999) + "1");
        try (TableSource source = TableSource.open(file, TableFormat.CSV, limits)) {
            assertThatThrownBy(() -> source.forEach(_ -> {}))
                    .hasMessageContaining("at most 100000 bytes after decompression");
        }
    }

    @Test
    void readsGzipOfSeveralMembersAndRefusesAnyCutOfIt() throws IOException {
        byte[] whole = concat(gzip("a,b\n1,2\n"), gzip("3,4\n"));
        Path file = folder.resolve("t.csv.gz");
        Files.write(file, whole);
        assertThat(TableSource.readAll(file)).hasSize(2);
        int firstMember = gzip("a,b\n1,2\n").length;
        for (int length = 3; length < whole.length; length++) {
            if (length == firstMember) {
                continue;
            }
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> TableSource.readAll(file)).isInstanceOf(FormatException.class);
        }
    }

    @Test
    void refusesABombBeforeItIsInflated() throws IOException {
        Path file = folder.resolve("t.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("a\n".getBytes(StandardCharsets.UTF_8));
            byte[] zeros = new byte[1 << 20];
            Arrays.fill(zeros, (byte) 'x');
            for (int i = 0; i < 300; i++) {
                out.write(zeros);
            }
        }
        assertThatThrownBy(() -> TableSource.readAll(file)).hasMessageContaining("line 2: expected a line of at most");
    }

    @Test
    void namesAllMissingColumnsAndTheNearestNameThatIsThere() throws IOException {
        Path file = write("t.csv", "Patient,b\n");
        try (TableSource source = TableSource.open(file, TableFormat.CSV, TableLimits.BY_HAND)) {
            assertThatThrownBy(() -> source.header().require(List.of("patient", "date", "b")))
                    .hasMessageContaining("no column patient, date; the nearest name is 'Patient'");
        }
    }

    @Test
    void theOrderOfColumnsDoesNotMatter() throws IOException {
        assertThat(read("a,b\n1,2\n").getFirst().text("a"))
                .isEqualTo(read("b,a\n2,1\n").getFirst().text("a"));
    }

    private List<TableRow> read(String text) throws IOException {
        return TableSource.readAll(write("t.csv", text));
    }

    private List<TableRow> limited(String text) throws IOException {
        List<TableRow> rows = new ArrayList<>();
        try (TableSource source = TableSource.open(write("t.csv", text), TableFormat.CSV, SMALL)) {
            source.forEach(rows::add);
        }
        return rows;
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] concat(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
