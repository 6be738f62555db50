package org.marrow.io.h5ad;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marrow.io.h5ad.hdf5.Datatype;
import org.marrow.io.h5ad.hdf5.Hdf5Dataset;
import org.marrow.io.h5ad.hdf5.Hdf5File;
import org.marrow.io.h5ad.hdf5.Hdf5Group;
import org.marrow.io.h5ad.hdf5.Numbers;

/** Reads what h5py writes, in every layout and in every generation of the format. */
class Hdf5LayoutsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"earliest", "v108", "v110", "latest"})
    void everyLayoutOfH5pyReadsToTheSameNumbers(String libver) {
        Path path = folder.resolve("layouts.h5");
        Python.run(folder, "write_layouts.py", path.toString(), libver);
        try (Hdf5File file = Hdf5File.open(path)) {
            Hdf5Group numbers = file.root().group("numbers");
            assertThat(numbers.names()).hasSize(80);
            for (String name : numbers.names()) {
                assertCountsUp(numbers.dataset(name));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"earliest", "latest"})
    void textTruthValuesGroupsAndAttributesOfH5pyRead(String libver) {
        Path path = folder.resolve("layouts.h5");
        Python.run(folder, "write_layouts.py", path.toString(), libver);
        try (Hdf5File file = Hdf5File.open(path)) {
            Hdf5Group root = file.root();
            assertThat(root.dataset("texts").values().texts()).hasSize(3000).contains("t0 é", "t2999 é");
            assertThat(root.dataset("fixed texts").values().texts())
                    .hasSize(300)
                    .startsWith("t0", "t1");
            assertThat(root.dataset("truths").values().truths()).startsWith(true, false, false, true);
            assertThat(root.dataset("none").values().reals()).isEmpty();
            assertThat(root.dataset("noise").values().wholes()).hasSize(1000);
            assertThat(root.group("many").names())
                    .hasSize(400)
                    .contains("a rather long name, so that the heap grows, of group 399");
            assertThat(root.group("described")
                            .attribute("attribute 59")
                            .orElseThrow()
                            .text())
                    .isEqualTo("value 59");
            assertThat(root.attribute("none").orElseThrow().texts()).isEmpty();
            Hdf5Dataset records = root.dataset("records");
            List<Datatype.Field> fields = ((Datatype.Compound) records.type()).fields();
            assertThat(fields)
                    .extracting(Datatype.Field::name)
                    .containsExactly("name", "flag", "value", "point", "code");
            assertThat(records.values(fields.get(0)).texts())
                    .startsWith("r0", "r1")
                    .endsWith("r49");
            assertThat(records.values(fields.get(1)).truths()).startsWith(true, false, true);
            assertThat(records.values(fields.get(2)).reals())
                    .startsWith(0, 0.5, 1)
                    .endsWith(24.5);
            assertThat(records.values(fields.get(4)).wholes())
                    .startsWith(-1, 0, 1)
                    .endsWith(48);
        }
    }

    private static void assertCountsUp(Hdf5Dataset dataset) {
        List<Long> wrong = new ArrayList<>();
        long[] next = {0};
        dataset.scan((first, rows, elements) -> {
            long columns = dataset.dimensions().length == 2 ? dataset.dimensions()[1] : 1;
            assertThat(first * columns).isEqualTo(next[0]);
            for (int i = 0; i < rows * columns; i++, next[0]++) {
                if (number(elements, i * dataset.type().size(), dataset.type()) != next[0] % 101) {
                    wrong.add(next[0]);
                }
            }
            return true;
        });
        assertThat(wrong).as(dataset.path()).isEmpty();
        assertThat(next[0]).as(dataset.path()).isEqualTo(dataset.elements());
    }

    private static double number(ByteBuffer elements, int offset, Datatype type) {
        return type instanceof Datatype.Whole whole
                ? Numbers.wholeAt(elements, offset, whole)
                : Numbers.realAt(elements, offset, (Datatype.Real) type);
    }
}
