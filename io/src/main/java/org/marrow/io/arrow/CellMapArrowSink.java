package org.marrow.io.arrow;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.marrow.core.cell.CellMap;
import org.marrow.core.error.InvalidValueException;
import org.marrow.io.guard.AtomicFile;

/**
 * Writes a cell map as an Arrow IPC stream: columns {@code x} and {@code y} (float32) and {@code cluster} (int32), one row a
 * cell, and the rest of the map as the schema's metadata. The same map gives the same bytes.
 *
 * <p>The JVM needs {@code --add-opens=java.base/java.nio=ALL-UNNAMED}.
 */
public final class CellMapArrowSink {
    private static final int BATCH_CELLS = 1 << 16;

    private CellMapArrowSink() {}

    /** Writes a file, which appears whole or not at all. */
    public static void write(Path file, CellMap map) {
        AtomicFile.writeBytes(file, out -> writeTo(out, map));
    }

    /** Writes to a stream, which stays open. */
    public static void writeTo(OutputStream out, CellMap map) throws IOException {
        InvalidValueException.check(
                map.cells() <= CellMapSchema.MAX_CELLS, "cells", map.cells(), "at most " + CellMapSchema.MAX_CELLS);
        try (BufferAllocator allocator = new RootAllocator(CellMapSchema.MAX_ARROW_BYTES);
                VectorSchemaRoot root = VectorSchemaRoot.create(CellMapSchema.of(map), allocator);
                ArrowStreamWriter writer = new ArrowStreamWriter(
                        root, new DictionaryProvider.MapDictionaryProvider(), Channels.newChannel(new Unclosed(out)))) {
            writer.start();
            for (int from = 0; from < map.cells(); from += BATCH_CELLS) {
                fill(root, map, from, Math.min(map.cells(), from + BATCH_CELLS));
                writer.writeBatch();
            }
            writer.end();
        }
    }

    private static void fill(VectorSchemaRoot root, CellMap map, int from, int to) {
        Float4Vector x = (Float4Vector) root.getVector(CellMapSchema.X);
        Float4Vector y = (Float4Vector) root.getVector(CellMapSchema.Y);
        IntVector cluster = (IntVector) root.getVector(CellMapSchema.CLUSTER);
        x.allocateNew(to - from);
        y.allocateNew(to - from);
        cluster.allocateNew(to - from);
        for (int cell = from; cell < to; cell++) {
            x.set(cell - from, map.x()[cell]);
            y.set(cell - from, map.y()[cell]);
            cluster.set(cell - from, map.labels()[cell]);
        }
        root.setRowCount(to - from);
    }

    /** Closing Arrow's writer closes what it writes to. */
    private static final class Unclosed extends OutputStream {
        private final OutputStream out;

        Unclosed(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int octet) throws IOException {
            out.write(octet);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }
}
