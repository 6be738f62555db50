package org.marrow.io.fastq;

import htsjdk.samtools.SAMException;
import htsjdk.samtools.util.BlockCompressedOutputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.read.SequencedRead;
import org.marrow.io.guard.AtomicFile;

/**
 * Writes reads as FASTQ, four lines each. A name that ends with {@code .gz} gives BGZF, which every gzip reader reads and whose
 * end marker shows that it is whole. The same reads give the same bytes.
 */
public final class FastqSink {
    private FastqSink() {}

    /**
     * Writes reads in their order.
     *
     * @throws InvalidValueException when a read has a name, a base or a quality that FASTQ cannot hold
     * @throws org.marrow.core.error.UserException with code ACCESS when the file cannot be written
     */
    public static void write(Path target, Iterable<SequencedRead> reads) {
        AtomicFile.write(target, temporary -> {
            try (OutputStream out = open(target, temporary)) {
                for (SequencedRead read : reads) {
                    out.write(record(read));
                }
            } catch (SAMException failure) {
                throw new IOException(failure);
            }
        });
    }

    private static OutputStream open(Path target, Path temporary) throws IOException {
        OutputStream file = Files.newOutputStream(temporary);
        return target.toString().endsWith(".gz")
                ? new BlockCompressedOutputStream(file, (Path) null)
                : new BufferedOutputStream(file);
    }

    private static byte[] record(SequencedRead read) {
        InvalidValueException.check(
                read.name().matches("[!-~]+"), "name", read.name(), "a name of printable characters without blanks");
        byte[] name = read.name().getBytes(StandardCharsets.ISO_8859_1);
        int length = read.bases().length;
        byte[] record = new byte[name.length + 2 * length + 6];
        int at = 0;
        record[at++] = '@';
        System.arraycopy(name, 0, record, at, name.length);
        at += name.length;
        record[at++] = '\n';
        for (byte base : read.bases()) {
            InvalidValueException.check(base >= 'A' && base <= 'Z', "base of " + read.name(), base, "a letter A to Z");
            record[at++] = base;
        }
        record[at++] = '\n';
        record[at++] = '+';
        record[at++] = '\n';
        for (byte quality : read.qualities()) {
            InvalidValueException.check(
                    quality >= 0 && quality <= '~' - '!',
                    "quality of " + read.name(),
                    quality,
                    "a number from 0 to 93");
            record[at++] = (byte) (quality + '!');
        }
        record[at] = '\n';
        return record;
    }
}
