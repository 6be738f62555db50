package org.marrow.io.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marrow.core.cell.CellMap;
import org.marrow.core.cell.MarkerGene;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.UserException;
import org.marrow.io.result.RandomRecords;

class CellMapArrowTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 65_535, 65_536, 65_537, 150_000})
    void whatIsWrittenReadsBack(int cells) {
        Path file = folder.resolve("m.arrows");
        CellMap map = new RandomRecords(cells).cellMap(cells);
        CellMapArrowSink.write(file, map);
        assertSame(CellMapArrowSource.read(file), map);
    }

    @Test
    void theSameMapGivesTheSameBytes() throws IOException {
        CellMap map = new RandomRecords(3).cellMap(1001);
        Path one = folder.resolve("1.arrows");
        Path other = folder.resolve("2.arrows");
        CellMapArrowSink.write(one, map);
        CellMapArrowSink.write(other, map);
        assertThat(other).hasSameBinaryContentAs(one);
    }

    @Test
    void everyCutOfAFileIsRefused() throws IOException {
        Path file = folder.resolve("m.arrows");
        CellMapArrowSink.write(file, new RandomRecords(2).cellMap(20));
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> CellMapArrowSource.read(file)).isInstanceOf(FormatException.class);
        }
        Files.write(file, Arrays.copyOf(whole, whole.length + 8));
        assertThatThrownBy(() -> CellMapArrowSource.read(file)).hasMessageContaining("8 more bytes");
    }

    @Test
    void changedBytesAreRefusedOrReadAndNothingElse() throws IOException {
        Path file = folder.resolve("m.arrows");
        CellMapArrowSink.write(file, new RandomRecords(2).cellMap(200));
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(1);
        int refused = 0;
        for (int i = 0; i < 1500; i++) {
            byte[] changed = whole.clone();
            // Most of the file is coordinates, where a change is only another coordinate.
            int reach = i % 2 == 0 ? changed.length : 1200;
            for (int j = 0; j <= random.nextInt(4); j++) {
                changed[random.nextInt(reach)] = (byte) random.nextInt(256);
            }
            Files.write(file, changed);
            try {
                CellMapArrowSource.read(file);
            } catch (FormatException expected) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(400);
    }

    @Test
    void hostileLengthsCostNoMemory() throws IOException {
        Path file = folder.resolve("m.arrows");
        for (int length : new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE, -2, 1 << 30, 100}) {
            ByteBuffer bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
            bytes.putInt(-1).putInt(length);
            Files.write(file, bytes.array());
            assertThatThrownBy(() -> CellMapArrowSource.read(file)).isInstanceOf(FormatException.class);
        }
        Files.write(file, new byte[0]);
        assertThatThrownBy(() -> CellMapArrowSource.read(file)).hasMessageContaining("the end of the file");
        Files.write(file, "ARROW1\0\0".getBytes(StandardCharsets.US_ASCII));
        assertThatThrownBy(() -> CellMapArrowSource.read(file)).hasMessageContaining("the mark of a message");
    }

    @Test
    void labelsBelongToAClusterThatTheMapHas() {
        Path file = folder.resolve("m.arrows");
        for (int label : new int[] {-1, 2}) {
            CellMapArrowSink.write(file, map(new int[] {0, label}, 2, "note"));
            assertThatThrownBy(() -> CellMapArrowSource.read(file))
                    .hasMessageContaining("cluster: expected numbers from 0 to 1, found " + label);
        }
        CellMapArrowSink.write(file, map(new int[] {0, 1}, 2, "note"));
        assertThat(CellMapArrowSource.read(file).labels()).containsExactly(0, 1);
    }

    @Test
    void aMissingFileIsAnotherMistakeThanADamagedOne() {
        assertThatThrownBy(() -> CellMapArrowSource.read(folder.resolve("none")))
                .isInstanceOfSatisfying(
                        UserException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.ACCESS));
    }

    /** Set MARROW_PYARROW to a Python that has pyarrow. */
    @Test
    void pyarrowReadsItAndItsOwnFileIsReadHere() throws Exception {
        String python = System.getenv().getOrDefault("MARROW_PYARROW", "python3");
        assumeTrue(run(python, "import pyarrow") == 0, "skipped: no Python with pyarrow (MARROW_PYARROW)");
        CellMap map = map(new int[] {0, 1, 1, 0}, 2, "é \"quoted\"");
        Path ours = folder.resolve("ours.arrows");
        Path theirs = folder.resolve("theirs.arrows");
        CellMapArrowSink.write(ours, map);
        String script = """
                import json, sys, pyarrow as pa
                table = pa.ipc.open_stream(sys.argv[1]).read_all()
                assert table.schema.names == ['x', 'y', 'cluster'], table.schema
                assert [str(t) for t in table.schema.types] == ['float', 'float', 'int32'], table.schema
                assert table['cluster'].to_pylist() == [0, 1, 1, 0]
                assert table['x'].to_pylist() == [0.5, -1.5, 2.0, 3.25]
                metadata = {k.decode(): v.decode() for k, v in table.schema.metadata.items()}
                assert metadata['clusters'] == '2' and json.loads(metadata['notes']) == ['\\u00e9 "quoted"']
                assert json.loads(metadata['markers'])[0]['gene'] == 'CD3D'
                with pa.ipc.new_stream(sys.argv[2], table.schema) as out:
                    out.write_table(table, max_chunksize=3)
                """;
        assertThat(run(python, script, ours.toString(), theirs.toString())).isZero();
        assertSame(CellMapArrowSource.read(theirs), map);
    }

    private static int run(String python, String script, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(python, "-c", script));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(output).isTrue();
            if (process.exitValue() != 0 && arguments.length > 0) {
                throw new AssertionError(output);
            }
            return process.exitValue();
        } catch (IOException noSuchProgram) {
            return -1;
        }
    }

    private static CellMap map(int[] labels, int clusters, String note) {
        float[] x = Arrays.copyOf(new float[] {0.5f, -1.5f, 2, 3.25f}, labels.length);
        float[] y = Arrays.copyOf(new float[] {1, 2, 3, 4}, labels.length);
        MarkerGene marker = new MarkerGene(0, "CD3D", 4.5, -10, 1e-9, 2);
        return new CellMap(x, y, labels, clusters, 1, 0.5, 9, 765, List.of(marker), List.of(note));
    }

    private static void assertSame(CellMap read, CellMap written) {
        assertThat(read.x()).isEqualTo(written.x());
        assertThat(read.y()).isEqualTo(written.y());
        assertThat(read.labels()).isEqualTo(written.labels());
        assertThat(read)
                .usingRecursiveComparison()
                .ignoringFields("x", "y", "labels")
                .withEqualsForType(Double::equals, Double.class)
                .isEqualTo(written);
    }
}
