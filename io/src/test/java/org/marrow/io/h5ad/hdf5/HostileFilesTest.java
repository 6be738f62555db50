package org.marrow.io.h5ad.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.Location;
import org.marrow.core.error.UserException;
import org.marrow.io.h5ad.H5adSource;
import org.marrow.io.h5ad.MatrixChoice;

/** Bombs and rings: refused before they take memory or time. */
class HostileFilesTest {
    private static final long GIB = 1L << 30;

    @TempDir
    Path folder;

    private Path write(HostileFiles.Content content) {
        return HostileFiles.write(folder.resolve("hostile.h5ad"), content);
    }

    private static void read(Path path) {
        try (H5adSource source = H5adSource.open(path)) {
            source.read(new MatrixChoice.Auto());
        }
    }

    private static void assertRefused(Path path, String place, String expected, String found) {
        assertThatThrownBy(() -> read(path)).isInstanceOfSatisfying(FormatException.class, damage -> {
            assertThat(damage.location()).isEqualTo(Location.inside(place));
            assertThat(damage.expected()).contains(expected);
            assertThat(damage.found()).contains(found);
        });
    }

    @Test
    void aChunkThatInflatesToMoreThanItsDimensionsIsRefused() {
        Path path = write(writer ->
                HostileFiles.chunked(writer, "X", new long[] {2, 2}, new long[] {2, 2}, HostileFiles.zeros(5)));
        assertRefused(path, "/X", "inflates to 4 bytes", "more");
        Path exact = write(writer ->
                HostileFiles.chunked(writer, "X", new long[] {2, 2}, new long[] {2, 2}, HostileFiles.zeros(4)));
        assertThatThrownBy(() -> read(exact)).hasMessageContaining("nothing but zeros");
        Path less = write(writer ->
                HostileFiles.chunked(writer, "X", new long[] {2, 2}, new long[] {2, 2}, HostileFiles.zeros(3)));
        assertRefused(less, "/X", "inflates to 4 bytes", "3 bytes");
    }

    @Test
    void aChunkAbove256MebibytesIsRefused() {
        long above = (256L << 20) / 2 + 1;
        Path path = write(
                writer -> HostileFiles.chunked(writer, "X", new long[] {2, 2}, new long[] {2, above}, new byte[] {1}));
        assertRefused(path, "/X", "at most 256 MiB", "[2, " + above);
    }

    @Test
    void aSmallHeapOutlastsEveryBomb() throws IOException, InterruptedException {
        byte[] bomb = HostileFiles.zeros(GIB);
        assertThat(bomb.length).isBetween(1_000_000, 1_100_000);
        List<Path> bombs = List.of(
                HostileFiles.write(
                        folder.resolve("inflates.h5ad"),
                        writer -> HostileFiles.chunked(writer, "X", new long[] {2, 2}, new long[] {2, 2}, bomb)),
                HostileFiles.write(
                        folder.resolve("declared.h5ad"),
                        writer -> HostileFiles.chunked(
                                writer, "X", new long[] {2, GIB / 2}, new long[] {2, GIB / 2}, bomb)),
                HostileFiles.write(
                        folder.resolve("large-chunks.h5ad"),
                        writer -> HostileFiles.chunked(
                                writer,
                                "X",
                                new long[] {4, GIB / 4},
                                new long[] {1, GIB / 4},
                                HostileFiles.zeros(GIB / 4),
                                HostileFiles.zeros(GIB / 4),
                                HostileFiles.zeros(GIB / 4),
                                HostileFiles.zeros(GIB / 4))),
                HostileFiles.write(
                        folder.resolve("dimensions.h5ad"),
                        writer -> HostileFiles.chunked(
                                writer, "X", new long[] {1L << 40, 1 << 20}, new long[] {1, 1}, bomb)),
                HostileFiles.writeBare(folder.resolve("shared-text.h5ad"), HostileFilesTest::addManyReferences));
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx48m",
                "-cp",
                System.getProperty("java.class.path"),
                HostileFiles.class.getName()));
        bombs.forEach(path -> command.add(path.toString()));

        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        List<String> lines = output.lines().toList();
        assertThat(lines).hasSize(bombs.size());
        assertThat(lines.get(0)).contains("FORMAT", "/X: expected a chunk that inflates to 4 bytes, found more");
        assertThat(lines.get(1)).contains("FORMAT", "/X: expected chunks of 2 dimensions and at most 256 MiB");
        assertThat(lines.get(2)).contains("ENVIRONMENT", "/X: reading this takes", "give it more with -Xmx");
        assertThat(lines.get(3)).contains("FORMAT", "/X: expected at most 64 GiB of values");
        assertThat(lines.get(4)).contains("ENVIRONMENT", "/obs/_index: reading this takes");
    }

    /** A hundred thousand names that are all the same 60,000 letters. */
    private static void addManyReferences(Hdf5Writer writer) throws IOException {
        ByteBuffer reference = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        writer.heap().put("n".repeat(60_000).getBytes(StandardCharsets.UTF_8), reference);
        int count = 100_000;
        ByteBuffer all = ByteBuffer.allocate(16 * count);
        for (int i = 0; i < count; i++) {
            all.put(reference.array());
        }
        HeaderMessages header = new HeaderMessages();
        header.dataspace(new long[] {count});
        header.datatype(DatatypeMessages.text());
        header.noFillValue(false);
        header.contiguous(writer.space().append(all.array()), all.capacity());
        HostileFiles.frame(writer, "obs").link("_index", writer.space().append(header.toBytes()));
        HostileFiles.frame(writer, "var", List.of("g0", "g1"));
        writer.root().dataset("X", Hdf5Data.int32(new int[] {1, 2}).asRows(2), new Hdf5AttributeList());
    }

    @Test
    void aChunkTreeThatLeadsToItselfIsRefused() {
        Path path = write(writer -> {
            long own = writer.space().end();
            writer.space().append(HostileFiles.node(1, new long[] {own}));
            HostileFiles.chunked(writer, "X", new long[] {2, 2}, new long[] {2, 2}, own);
        });
        assertRefused(path, "/X", "B-tree nodes that each come once", "one that comes twice");
    }

    @Test
    void aChunkTreeThatSharesItsBranchesIsRefusedWhateverItsDepth() {
        Path path = write(writer -> {
            long below = writer.space().append(HostileFiles.node(0, new long[0]));
            for (int level = 1; level < 60; level++) {
                below = writer.space().append(HostileFiles.node(level, new long[] {below, below}));
            }
            HostileFiles.chunked(writer, "X", new long[] {2, 2}, new long[] {2, 2}, below);
        });
        assertRefused(path, "/X", "B-tree nodes that each come once", "one that comes twice");
    }

    @Test
    void aChunkTreeThatDoesNotGetLowerIsRefused() {
        Path path = write(writer -> {
            long below = writer.space().append(HostileFiles.node(1, new long[0]));
            long above = writer.space().append(HostileFiles.node(1, new long[] {below}));
            HostileFiles.chunked(writer, "X", new long[] {2, 2}, new long[] {2, 2}, above);
        });
        assertRefused(path, "/X", "level 0", "level 1");
    }

    @Test
    void aDatasetThatLacksAChunkIsRefusedAndNotFilledWithZeros() {
        Path path = write(writer ->
                HostileFiles.chunked(writer, "X", new long[] {2, 2}, new long[] {1, 2}, HostileFiles.zeros(2)));
        assertRefused(path, "/X", "every chunk of the dataset", "none at element [1, 0]");
    }

    @Test
    void chunksThatShareTheirBytesAreRefused() {
        Path path = write(writer -> {
            long data = writer.space().append(HostileFiles.zeros(2));
            ChunkTree tree = new ChunkTree(writer.space(), 2, 1);
            tree.add(data, 8);
            tree.add(data, 8);
            HostileFiles.chunked(writer, "X", new long[] {2, 2}, new long[] {1, 2}, tree.finish());
        });
        assertRefused(path, "/X", "chunks with bytes of their own", "two that overlap");
    }

    @Test
    void aHeaderThatContinuesIntoItselfIsRefused() {
        Path path = write(writer -> {
            long own = writer.space().end();
            ByteWriter header =
                    new ByteWriter().u8(1).u8(0).u16(1).u32(1).u32(24).u32(0);
            header.u16(ObjectHeader.CONTINUATION).u16(16).u32(0).u64(own + 16).u64(24);
            writer.root().link("X", writer.space().append(header.toBytes()));
        });
        assertRefused(path, "/X", "header blocks that each come once", "one that comes twice");
    }

    @Test
    void groupsThatHoldEachOtherEndTheSearch() {
        Path path = HostileFiles.writeBare(folder.resolve("hostile.h5ad"), writer -> {
            long own = writer.space().end();
            HeaderMessages header = new HeaderMessages();
            header.group();
            header.link("obs", own);
            header.link("var", own);
            header.link("X", own);
            header.link("categories", own);
            writer.space().append(header.toBytes());
            for (String name : List.of("obs", "var", "X")) {
                writer.root().link(name, own);
            }
        });
        assertThatThrownBy(() -> read(path)).isInstanceOf(FormatException.class);
    }

    @Test
    void softAndExternalLinksAreNotFollowed() {
        int soft = 1;
        int external = 64;
        for (int kind : new int[] {soft, external}) {
            byte[] target = kind == soft ? text("/obs") : text("\0/etc/passwd\0/obs\0");
            Path path = write(writer -> {
                ByteWriter link =
                        new ByteWriter().u8(1).u8(0x18).u8(kind).u8(1).u8(6).bytes(text("counts"));
                link.u16(target.length).bytes(target);
                ByteWriter info =
                        new ByteWriter().u8(0).u8(0).u64(Cursor.UNDEFINED).u64(Cursor.UNDEFINED);
                ByteWriter messages = new ByteWriter();
                messages.u8(ObjectHeader.LINK_INFO).u16(info.size()).u8(0).bytes(info.toBytes());
                messages.u8(ObjectHeader.LINK).u16(link.size()).u8(0).bytes(link.toBytes());
                ByteWriter header =
                        new ByteWriter().signature("OHDR").u8(2).u8(2).u32(messages.size());
                header.bytes(messages.toBytes()).checksum();
                writer.root().link("layers", writer.space().append(header.toBytes()));
            });
            assertRefused(
                    path, "/layers/counts", "data in this file", "a soft or external link, which is not followed");
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void moreValuesThanAnArrayHoldsAreRefusedWithWhatToDo() {
        long count = 1L << 31;
        Path path = write(writer -> {
            HeaderMessages header = new HeaderMessages();
            header.dataspace(new long[] {count});
            header.datatype(DatatypeMessages.whole(1, true));
            header.noFillValue(false);
            // A hole in the file: it takes no space on disk.
            header.contiguous(writer.space().allocate(count), count);
            long values = writer.space().append(header.toBytes());
            Hdf5GroupWriter x = writer.root().group("X");
            x.attributes().text("encoding-type", "csr_matrix").wholes("shape", 2, 2);
            x.link("data", values);
            x.link("indices", values);
            x.dataset("indptr", Hdf5Data.int64(new long[] {0, 1, count}), new Hdf5AttributeList());
        });
        try (H5adSource source = H5adSource.open(path)) {
            assertThatThrownBy(() -> source.read(new MatrixChoice.X()))
                    .isInstanceOfSatisfying(
                            UserException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.ENVIRONMENT))
                    .hasMessageContaining("/X: 2147483648 stored values; this version reads at most 2147483639");
        }
    }

    @Test
    void bytesMissingAtTheEndAreToldAsTruncation() throws IOException {
        Path path = write(writer -> writer.root()
                .dataset("X", Hdf5Data.int32(new int[] {1, 2, 3, 4}).asRows(2), new Hdf5AttributeList()));
        byte[] whole = Files.readAllBytes(path);
        read(path);
        Files.write(path, Arrays.copyOf(whole, whole.length - 1));
        assertRefused(path, "/", "a file of " + whole.length + " bytes", (whole.length - 1) + " bytes (truncated)");
    }
}
