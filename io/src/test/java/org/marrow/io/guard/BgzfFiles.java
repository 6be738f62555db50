package org.marrow.io.guard;

import htsjdk.samtools.util.BlockCompressedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes BGZF files in memory with htsjdk, and finds their blocks without the code under test. */
public final class BgzfFiles {
    private BgzfFiles() {}

    /** {@code content} as BGZF, a block ending after every {@code blockBytes} of it. */
    public static byte[] bgzf(byte[] content, int blockBytes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (BlockCompressedOutputStream out = new BlockCompressedOutputStream(bytes, (Path) null)) {
            for (int from = 0; from < content.length; from += blockBytes) {
                out.write(content, from, Math.min(blockBytes, content.length - from));
                out.flush();
            }
        }
        return bytes.toByteArray();
    }

    /** Where each block begins, and where the last one ends. */
    public static List<Integer> blockStarts(byte[] bgzf) {
        ByteBuffer bytes = ByteBuffer.wrap(bgzf).order(ByteOrder.LITTLE_ENDIAN);
        List<Integer> starts = new ArrayList<>();
        int at = 0;
        while (at < bgzf.length) {
            starts.add(at);
            at += Short.toUnsignedInt(bytes.getShort(at + 16)) + 1;
        }
        starts.add(at);
        return starts;
    }
}
