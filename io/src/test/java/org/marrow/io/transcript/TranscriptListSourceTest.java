package org.marrow.io.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marrow.core.error.FormatException;
import org.marrow.core.testing.SharedData;
import org.marrow.core.variant.Assembly;

class TranscriptListSourceTest {
    @TempDir
    private Path folder;

    private Set<String> read(Assembly assembly, String... lines) throws IOException {
        Path file = Files.writeString(folder.resolve("list.tsv"), String.join("\n", lines) + "\n");
        return TranscriptListSource.read(file, assembly);
    }

    @Test
    void aListOfOnesOwnNeedsTwoColumns() throws IOException {
        assertThat(read(Assembly.GRCH38, "gene\ttranscript", "FLT3\tNM_004119.3", "NPM1\tENST00000296930"))
                .containsExactly("ENST00000296930", "NM_004119.3");
    }

    @Test
    void theColumnsOfTheAssemblyComeBeforeManes() throws IOException {
        String[] lines = {
            "gene\tmane_refseq\tmskcc_grch38_refseq\tmskcc_grch37_refseq",
            "BRAF\tNM_001374258.1\tNM_004333.6\tNM_004333.4",
            "ACD\tNM_001082486.2\t\t"
        };
        assertThat(read(Assembly.GRCH37, lines)).containsExactly("NM_001082486.2", "NM_004333.4");
        assertThat(read(Assembly.GRCH38, lines)).containsExactly("NM_001082486.2", "NM_004333.6");
        assertThat(read(Assembly.UNKNOWN, lines)).containsExactly("NM_001082486.2", "NM_001374258.1");
    }

    @Test
    void whatIsNoListIsRefused() {
        assertThatThrownBy(() -> read(Assembly.GRCH38, "gene\tpanel", "FLT3\tmyeloid"))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("line 1: expected a column of accessions");
        assertThatThrownBy(() -> read(Assembly.GRCH38, "gene\ttranscript", "FLT3\tthe usual"))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("line 2, column transcript: expected an accession such as NM_004119.3");
        assertThatThrownBy(() -> read(Assembly.GRCH38, "gene\ttranscript", "FLT3\t"))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("at least one accession");
        assertThatThrownBy(() -> read(Assembly.GRCH38, "symbol\ttranscript", "FLT3\tNM_004119.3"))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("gene");
    }

    @Test
    @Tag("real-data")
    void thePanelsListIsRead() {
        Path file = SharedData.require("clinical/panel_transcripts.tsv");
        assertThat(TranscriptListSource.read(file, Assembly.GRCH37))
                .contains("NM_004333.4", "ENST00000288602")
                .doesNotContain("NM_001374258.1");
        assertThat(TranscriptListSource.read(file, Assembly.GRCH38)).contains("NM_004333.6", "NM_004119.3");
    }
}
