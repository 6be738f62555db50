package org.marrow.io.bed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marrow.core.error.FormatException;
import org.marrow.core.variant.TargetRegion;

final class BedSourceTest {
    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("targets.bed"), text);
    }

    @Test
    void startsCountFromZeroAndEndsAreExclusive() throws IOException {
        assertThat(BedSource.read(file("track name=x\n# a note\nchr1\t0\t10\n\nchr2\t9\t10\tNPM1_12\t0\t+\n")))
                .containsExactly(
                        new TargetRegion("chr1", 1, 10, Optional.empty()),
                        new TargetRegion("chr2", 10, 10, Optional.of("NPM1_12")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "chr1;10 | contig, start and end between tabs",
                "chr1;10;10 | an end greater than the start, 10",
                "chr1;-1;10 | a start from 0",
                "chr1;1;3000000000 | an end",
                "chr1;1.5;3 | a start from 0"
            })
    void aLineThatIsNoRegionIsRefusedWithItsNumber(String line, String expected) throws IOException {
        Path file = file("chr1\t1\t2\n" + line.replace(';', '\t') + "\n");
        assertThatThrownBy(() -> BedSource.read(file))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining(expected);
    }

    @Test
    void aFileWithoutRegionsIsRefused() throws IOException {
        Path file = file("# nothing\n");
        assertThatThrownBy(() -> BedSource.read(file)).hasMessageContaining("no region");
    }
}
