package org.marrow.io.h5ad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marrow.core.cell.CellColumn;
import org.marrow.core.cell.CellDataset;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.Location;
import org.marrow.io.h5ad.hdf5.Hdf5Data;
import org.marrow.io.h5ad.hdf5.Hdf5GroupWriter;

/** The columns of obs. */
class H5adColumnsTest {
    private static final MatrixChoice X = new MatrixChoice.X();

    @TempDir
    Path folder;

    private Path write(int cells, int genes, H5adBuilder.Content content) {
        return H5adBuilder.write(folder.resolve("test.h5ad"), cells, genes, content);
    }

    private static CellDataset read(Path path, MatrixChoice choice) {
        try (H5adSource source = H5adSource.open(path)) {
            return source.read(choice);
        }
    }

    private static Hdf5Data longs(long... values) {
        return Hdf5Data.int64(values);
    }

    private static void small(Hdf5GroupWriter parent, String name) throws IOException {
        H5adBuilder.dense(parent, name, 3, Hdf5Data.float32(new float[] {0, 2, 0, 1, 0, 3}));
    }

    private void assertDamaged(ThrowingCallable reading, String place, String expected, String found) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(FormatException.class, damage -> {
            assertThat(damage.location()).isEqualTo(Location.inside(place));
            assertThat(damage.file()).isEqualTo(folder.resolve("test.h5ad"));
            assertThat(damage.expected()).contains(expected);
            assertThat(damage.found()).contains(found);
        });
    }

    @Test
    void everyKindOfColumnReads() {
        Path path = write(2, 3, b -> {
            small(b.root(), "X");
            b.column("real", Hdf5Data.float64(new double[] {0.5, Double.NaN}));
            b.column("whole", longs(-7, 8));
            b.column("truth", Hdf5Data.truths(new boolean[] {true, false}));
            b.column("text", Hdf5Data.texts(List.of("", "b")));
            Hdf5GroupWriter nullable = b.columnGroup("nullable whole", "nullable-integer");
            nullable.dataset("values", longs(1, 2), H5adBuilder.encoding("array"));
            nullable.dataset("mask", Hdf5Data.truths(new boolean[] {false, true}), H5adBuilder.encoding("array"));
            Hdf5GroupWriter truths = b.columnGroup("nullable truth", "nullable-boolean");
            truths.dataset("values", Hdf5Data.truths(new boolean[] {true, true}), H5adBuilder.encoding("array"));
            truths.dataset("mask", Hdf5Data.truths(new boolean[] {false, false}), H5adBuilder.encoding("array"));
            Hdf5GroupWriter texts = b.columnGroup("nullable text", "nullable-string-array");
            texts.dataset("values", Hdf5Data.texts(List.of("a", "?")), H5adBuilder.encoding("string-array"));
            texts.dataset("mask", Hdf5Data.truths(new boolean[] {false, true}), H5adBuilder.encoding("array"));
            categories(b, "categories", Hdf5Data.texts(List.of("x", "y")), 1, -1);
            categories(b, "numbered", longs(10, 20), 0, 1);
            categories(b, "measured", Hdf5Data.float64(new double[] {0.5, 1}), 0, 1);
        });
        var columns = read(path, X).cellColumns();
        assertThat(columns.keySet())
                .containsExactly(
                        "real",
                        "whole",
                        "truth",
                        "text",
                        "nullable whole",
                        "nullable truth",
                        "nullable text",
                        "categories",
                        "numbered",
                        "measured");
        assertThat(((CellColumn.Numbers) columns.get("real")).values()).containsExactly(0.5, Double.NaN);
        assertThat(((CellColumn.Integers) columns.get("whole")).values()).containsExactly(-7, 8);
        assertThat(((CellColumn.Integers) columns.get("whole")).missing()).isNull();
        assertThat(((CellColumn.Booleans) columns.get("truth")).values()).containsExactly(true, false);
        assertThat(((CellColumn.Texts) columns.get("text")).values()).containsExactly("", "b");
        assertThat(((CellColumn.Integers) columns.get("nullable whole")).missing())
                .containsExactly(false, true);
        assertThat(((CellColumn.Booleans) columns.get("nullable truth")).missing())
                .isNull();
        assertThat(((CellColumn.Texts) columns.get("nullable text")).values()).containsExactly("a", null);
        assertThat(columns.get("categories"))
                .usingRecursiveComparison()
                .isEqualTo(new CellColumn.Categories(new int[] {1, -1}, List.of("x", "y"), false));
        assertThat(((CellColumn.Categories) columns.get("numbered")).categories())
                .containsExactly("10", "20");
        assertThat(((CellColumn.Categories) columns.get("measured")).categories())
                .containsExactly("0.5", "1.0");
    }

    private static void categories(H5adBuilder builder, String name, Hdf5Data names, int... codes) throws IOException {
        Hdf5GroupWriter group = builder.columnGroup(name, "categorical");
        group.attributes().truth("ordered", false);
        group.dataset("codes", Hdf5Data.whole(codes, 1), H5adBuilder.encoding("array"));
        group.dataset("categories", names, H5adBuilder.encoding("string-array"));
    }

    @Test
    void codesOutsideTheCategoriesAreRefused() {
        for (int wrong : new int[] {-2, 2}) {
            Path path = write(2, 3, b -> {
                small(b.root(), "X");
                categories(b, "type", Hdf5Data.texts(List.of("x", "y")), 0, wrong);
            });
            assertDamaged(() -> read(path, X), "/obs/type", "codes from -1 to below 2", wrong + " in row 1");
        }
    }

    @Test
    void aCategoryThatComesTwiceIsRefused() {
        Path path = write(2, 3, b -> {
            small(b.root(), "X");
            categories(b, "type", Hdf5Data.texts(List.of("x", "x")), 0, 1);
        });
        assertDamaged(() -> read(path, X), "/obs/type", "each come once", "twice");
    }

    @Test
    void aColumnOfAnotherLengthIsRefused() {
        Path path = write(2, 3, b -> {
            small(b.root(), "X");
            b.column("short", longs(1));
        });
        assertDamaged(() -> read(path, X), "/obs/short", "2 values", "1 of them");
    }

    @Test
    void aColumnThatIsNotListedOrNotThereIsRefused() {
        Path unlisted = write(2, 3, b -> {
            small(b.root(), "X");
            b.obs().dataset("extra", longs(1, 2), H5adBuilder.encoding("array"));
        });
        assertDamaged(() -> read(unlisted, X), "/obs", "every column in column-order", "\"extra\"");
        Path absent = write(2, 3, b -> {
            small(b.root(), "X");
            b.list("gone");
        });
        assertDamaged(() -> read(absent, X), "/obs", "an entry \"gone\"", "none");
    }

    @Test
    void aColumnOfAnUnknownEncodingIsRefusedByNameAndNotLost() {
        Path path = write(2, 3, b -> {
            small(b.root(), "X");
            b.columnGroup("odd", "awkward-array");
        });
        assertDamaged(() -> read(path, X), "/obs/odd", "a column of numbers", "encoding \"awkward-array\"");
    }
}
