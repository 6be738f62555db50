package org.marrow.io.vcf;

import static java.nio.charset.StandardCharsets.UTF_8;

import htsjdk.samtools.SAMException;
import htsjdk.samtools.util.BlockCompressedOutputStream;
import htsjdk.tribble.TribbleException;
import htsjdk.tribble.index.IndexFactory;
import htsjdk.tribble.index.tabix.TabixFormat;
import htsjdk.tribble.index.tabix.TabixIndex;
import htsjdk.variant.vcf.VCFCodec;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.marrow.io.guard.AtomicFile;

/** Puts the text of a VCF file on disk, whole or not at all; with {@code .gz} as BGZF with a tabix index beside it. */
final class VcfOutput {
    private static final String INDEX_EXTENSION = ".tbi";

    private VcfOutput() {}

    static void save(Path target, AtomicFile.TextWriting content) {
        if (!target.toString().endsWith(".gz")) {
            AtomicFile.writeText(target, content);
            return;
        }
        Path indexPath = target.resolveSibling(target.getFileName() + INDEX_EXTENSION);
        try (AtomicFile data = AtomicFile.begin(target);
                AtomicFile index = AtomicFile.begin(indexPath)) {
            // htsjdk's stream may not be closed twice, so one variable holds the chain.
            try (Writer out = new BufferedWriter(new OutputStreamWriter(
                    new BlockCompressedOutputStream(Files.newOutputStream(data.temporary()), (Path) null), UTF_8))) {
                content.writeTo(out);
            }
            TabixIndex tabix = IndexFactory.createTabixIndex(data.temporary(), new VCFCodec(), TabixFormat.VCF, null);
            tabix.write(index.temporary());
            // An index of the old file beside the new one would be worse than none.
            Files.deleteIfExists(indexPath);
            data.commit();
            index.commit();
        } catch (IOException | SAMException | TribbleException failure) {
            throw AtomicFile.cannotWrite(target, failure);
        }
    }
}
