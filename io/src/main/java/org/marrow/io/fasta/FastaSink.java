package org.marrow.io.fasta;

import java.nio.file.Path;
import java.util.Map;
import org.marrow.io.guard.AtomicFile;

/** Writes FASTA with lines of one length, as an index needs them. */
public final class FastaSink {
    private static final int BASES_PER_LINE = 60;

    private FastaSink() {}

    /**
     * Writes the sequences in the map's order.
     *
     * @param sequences by contig name, which has no blanks; in upper case
     */
    public static void write(Path file, Map<String, String> sequences) {
        AtomicFile.writeText(file, writer -> {
            for (Map.Entry<String, String> sequence : sequences.entrySet()) {
                writer.write(">" + sequence.getKey() + "\n");
                String bases = sequence.getValue();
                for (int at = 0; at < bases.length(); at += BASES_PER_LINE) {
                    writer.write(bases, at, Math.min(BASES_PER_LINE, bases.length() - at));
                    writer.write('\n');
                }
            }
        });
    }
}
