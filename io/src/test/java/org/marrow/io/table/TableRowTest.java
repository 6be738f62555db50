package org.marrow.io.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.Location;
import org.marrow.core.patient.Pseudonym;
import org.marrow.core.risk.TriState;

class TableRowTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "NA", "  ", " NA "})
    void emptyAndNaAreUnknownForEveryType(String cell) throws IOException {
        TableRow row = row(cell);
        assertThat(row.optionalText("a")).isEmpty();
        assertThat(row.optionalNumber("a", 0, 1)).isEmpty();
        assertThat(row.optionalInteger("a", 0, 1)).isEmpty();
        assertThat(row.optionalDate("a")).isEmpty();
        assertThat(row.optionalChoice("a", Map.of("x", 1))).isEmpty();
        assertThat(row.triState("a")).isEqualTo(TriState.UNKNOWN);
        assertRefused(() -> row.text("a"), "a value");
        assertRefused(() -> row.number("a", 0, 1), "a number from 0 to 1");
        assertRefused(() -> row.integer("a", 0, 1), "a whole number from 0 to 1");
        assertRefused(() -> row.date("a"), "a date as YYYY-MM-DD, such as 2026-03-31");
        assertRefused(() -> row.choice("a", Map.of("x", 1)), "one of x");
    }

    @Test
    void aColumnThatTheTableDoesNotHaveIsUnknown() throws IOException {
        TableRow row = row("1");
        assertThat(row.optionalText("z")).isEmpty();
        assertThat(row.triState("z")).isEqualTo(TriState.UNKNOWN);
        assertThatThrownBy(() -> row.text("z")).hasMessageContaining("line 1: expected a column z, found none");
    }

    @ParameterizedTest
    @CsvSource({"9.6,9.6", "0,0", "-1.5e-3,-0.0015", "+4,4", ".5,0.5", "3.,3", "1E2,100", " 7 ,7"})
    void readsNumbers(String cell, double expected) throws IOException {
        assertThat(row(cell).number("a", -100, 100)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "1d", "1f", "0x1p3", "1e", "1 000", "<5", "5%", "1e999", "--1", "."})
    void refusesWhatJavaOrPeopleAlsoCallNumbers(String cell) throws IOException {
        TableRow row = row(cell);
        assertThatThrownBy(() -> row.number("a", -INFINITY, INFINITY))
                .isInstanceOfSatisfying(FormatException.class, refusal -> {
                    assertThat(refusal.location()).isEqualTo(Location.column(2, "a"));
                    assertThat(refusal.found()).isEqualTo("'" + cell + "'");
                });
    }

    @Test
    void saysHowToWriteADecimalComma() throws IOException {
        assertRefused(
                () -> row("\"9,6\"").number("a", 0, 30), "a number from 0 to 30 with a decimal point, such as 9.6");
    }

    @Test
    void numbersStayInTheirClosedRange() throws IOException {
        assertThat(row("0").number("a", 0, 30)).isZero();
        assertThat(row("30").number("a", 0, 30)).isEqualTo(30);
        assertRefused(() -> row("-0.001").number("a", 0, 30), "a number from 0 to 30");
        assertRefused(() -> row("30.001").number("a", 0, 30), "a number from 0 to 30");
    }

    @Test
    void wholeNumbersHaveNoPointAndStayInTheirRange() throws IOException {
        assertThat(row("12").integer("a", 12, 12)).isEqualTo(12);
        for (String cell : new String[] {"12.0", "1e3", "11", "13", "9999999999999999999", "1 2"}) {
            assertRefused(() -> row(cell).integer("a", 12, 12), "a whole number from 12 to 12");
        }
    }

    @Test
    void datesAreIsoAndExist() throws IOException {
        assertThat(row("2024-02-29").date("a")).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(row("1900-01-01").date("a")).isEqualTo(LocalDate.of(1900, 1, 1));
        for (String cell : new String[] {"31/03/2026", "2026-3-1", "20260301", "2026-03-01T00:00", "45000"}) {
            assertRefused(() -> row(cell).date("a"), "a date as YYYY-MM-DD, such as 2026-03-31");
        }
        for (String cell : new String[] {"2023-02-29", "2026-13-01", "2026-00-10"}) {
            assertRefused(() -> row(cell).date("a"), "a day that exists, as YYYY-MM-DD");
        }
        assertRefused(() -> row("1899-12-31").date("a"), "a day from 1900-01-01 to 2199-12-31");
        assertRefused(() -> row("2200-01-01").date("a"), "a day from 1900-01-01 to 2199-12-31");
    }

    @Test
    void choicesAreLetterByLetterAndANearOneIsNamed() throws IOException {
        Map<String, Integer> choices = new TreeMap<>(Map.of("AML", 1, "MDS", 2));
        assertThat(row("MDS").choice("a", choices)).isEqualTo(2);
        assertRefused(() -> row("mds").choice("a", choices), "one of AML, MDS; did you mean 'MDS'?");
        assertRefused(() -> row("leukaemia").choice("a", choices), "one of AML, MDS");
    }

    @Test
    void triStatesAreOneAndZero() throws IOException {
        assertThat(row("1").triState("a")).isEqualTo(TriState.PRESENT);
        assertThat(row("0").triState("a")).isEqualTo(TriState.ABSENT);
        for (String cell : new String[] {"yes", "2", "1.0", "true", "?", "-"}) {
            assertRefused(() -> row(cell).triState("a"), "1 (present), 0 (absent), or nothing or NA (not known)");
        }
    }

    @Test
    void whatARecordRefusesIsLaidAtTheCell() throws IOException {
        TableRow row = row("../etc");
        assertThatThrownBy(() -> row.value("a", Pseudonym::new))
                .isInstanceOfSatisfying(FormatException.class, refusal -> {
                    assertThat(refusal.location()).isEqualTo(Location.column(2, "a"));
                    assertThat(refusal.found()).isEqualTo("'../etc'");
                    assertThat(refusal.expected()).contains("letters, digits");
                });
    }

    @Test
    void foundTextIsShortAndOnOneLine() {
        assertThat(FoundText.quote("")).isEqualTo("nothing");
        assertThat(FoundText.quote("a\nb\u202e")).isEqualTo("'a\\u000ab\\u202e'");
        assertThat(FoundText.quote("x".repeat(60))).isEqualTo("'" + "x".repeat(60) + "'");
        assertThat(FoundText.quote("x".repeat(61))).isEqualTo("'" + "x".repeat(60) + "…'");
    }

    private TableRow row(String cell) throws IOException {
        return TableSource.readAll(Files.writeString(folder.resolve("t.csv"), "a,b\n" + cell + ",x\n"))
                .getFirst();
    }

    private static void assertRefused(ThrowingCallable reading, String expected) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        FormatException.class,
                        refusal -> assertThat(refusal.expected()).isEqualTo(expected));
    }
}
