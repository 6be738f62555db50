package org.marrow.io.samplesheet;

import java.nio.file.Path;
import java.util.Collection;
import java.util.TreeSet;
import org.marrow.io.guard.AtomicFile;

/** Writes panels as {@link PanelSource} reads them. */
public final class PanelSink {
    private PanelSink() {}

    /** Writes each symbol once, in alphabetical order. */
    public static void write(Path file, Collection<String> genes) {
        AtomicFile.writeText(file, writer -> {
            for (String gene : new TreeSet<>(genes)) {
                writer.write(gene);
                writer.write('\n');
            }
        });
    }
}
