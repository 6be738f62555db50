package org.marrow.mrd.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.marrow.mrd.track.ReadBuilder.CONTIG;
import static org.marrow.mrd.track.ReadBuilder.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.mrd.MrdTarget;
import org.marrow.core.read.AlignedRead;
import org.marrow.core.variant.Variant;

class TrackTableTest {
    private static final String REFERENCE = "ACGTTGCA".repeat(20);

    private static TrackTable table(int depth, int alternate, String name) {
        List<AlignedRead> reads = new ArrayList<>();
        for (int i = 0; i < depth; i++) {
            StringBuilder bases = new StringBuilder(REFERENCE);
            if (i < alternate) {
                bases.setCharAt(80, 'G');
            }
            reads.add(read("r" + i, 1, "160M", bases.toString()).build());
        }
        MrdTarget target = new MrdTarget(name, Optional.of("IDH1"), Optional.of(new Variant(CONTIG, 81, "A", "G")));
        return TrackTable.of(MarkerTracking.track(
                List.of(target),
                InMemoryReads.inOrder(CONTIG, 160, reads),
                Optional.of(new InMemoryReference(CONTIG, REFERENCE)),
                TrackSettings.defaults()));
    }

    private static String cell(TrackTable table, String column) {
        return table.rows().getFirst().get(table.header().indexOf(column));
    }

    @Test
    void theColumnsAreThese() {
        assertThat(String.join(",", table(200, 0, "m").header()))
                .isEqualTo("marker,gene,contig,position,ref,alt,status,depth,alt_molecules,vaf,ci_lower,ci_upper,lod95,"
                        + "loq,error_rate,p_value,notes");
    }

    @Test
    void aDetectedMarkerHasAFraction() {
        TrackTable table = table(1000, 50, "IDH1 p.R132H");
        assertThat(table.rows().getFirst().subList(0, 9))
                .containsExactly("IDH1 p.R132H", "IDH1", "chr1", "81", "A", "G", "DETECTED", "1000", "50");
        assertThat(cell(table, "vaf")).isEqualTo("0.0500000");
        // binom.test(50, 1000) in R
        assertThat(cell(table, "ci_lower")).isEqualTo("0.0373354");
        assertThat(cell(table, "ci_upper")).isEqualTo("0.0653905");
        assertThat(Double.parseDouble(cell(table, "p_value"))).isPositive().isLessThan(1e-30);
    }

    @Test
    void aMarkerThatIsNotFoundHasNoFraction() {
        TrackTable table = table(1000, 2, "m");
        assertThat(cell(table, "status")).isEqualTo("NOT_DETECTED_BELOW_LOD");
        assertThat(cell(table, "vaf")).isEmpty();
        assertThat(Double.parseDouble(cell(table, "lod95"))).isPositive();
        assertThat(cell(table, "notes")).startsWith("2 of 1000 molecules");
    }

    @Test
    void aMarkerThatIsNotCoveredHasNoLimits() {
        TrackTable table = table(3, 0, "m");
        assertThat(cell(table, "status")).isEqualTo("NOT_COVERED");
        for (String column : List.of("vaf", "ci_lower", "ci_upper", "lod95", "loq", "p_value")) {
            assertThat(cell(table, column)).isEmpty();
        }
    }

    @Test
    void namesCannotBreakTheTable() {
        assertThat(cell(table(200, 0, "a\tb\nc"), "marker")).isEqualTo("a b c");
    }

    @Test
    void numbersDoNotDependOnTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(cell(table(1000, 50, "m"), "vaf")).isEqualTo("0.0500000");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void theDefaultsAreThese() {
        assertThat(TrackSettings.defaults()).isEqualTo(new TrackSettings(20, 20, 100, 3, 0.01));
        assertThat(TrackDefaults.MODEL_SHARE).isEqualTo(0.5);
        assertThat(TrackDefaults.DETECTION_PROBABILITY).isEqualTo(0.95);
        assertThat(TrackDefaults.CONFIDENCE).isEqualTo(0.95);
        assertThat(TrackDefaults.QUANTIFICATION_CV).isEqualTo(0.30);
        assertThat(TrackDefaults.BACKGROUND_FLANK_BASES).isEqualTo(50);
        assertThat(TrackDefaults.ALLELE_FRACTION_NOT_ERROR).isEqualTo(0.05);
        assertThat(TrackDefaults.PRIOR_ERRORS).isEqualTo(1);
        assertThat(TrackDefaults.PRIOR_BASES).isEqualTo(10_000);
        assertThat(TrackDefaults.BACKGROUND_CONFIDENCE).isEqualTo(0.95);
        assertThat(TrackDefaults.LOWEST_ERROR_RATE).isEqualTo(1e-6);
        assertThat(TrackDefaults.MIN_BACKGROUND_BASES).isEqualTo(1_000);
        assertThat(TrackDefaults.ANCHOR_BASES).isEqualTo(3);
        assertThat(TrackDefaults.HAPLOTYPE_BASES_PER_MISMATCH).isEqualTo(20);
        assertThat(TrackDefaults.HAPLOTYPE_MARGIN).isEqualTo(3);
        assertThat(TrackDefaults.PLACEMENT_FLANK_BASES).isEqualTo(200);
        assertThat(TrackDefaults.REPEAT_PLACEMENTS).isEqualTo(6);
        assertThat(TrackDefaults.NOTICEABLE_BACKGROUND_DEVIATIONS).isEqualTo(0.5);
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new TrackSettings(-1, 20, 100, 3, 0.01)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new TrackSettings(20, 255, 100, 3, 0.01)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new TrackSettings(20, 20, 0, 3, 0.01)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new TrackSettings(20, 20, 100, 0, 0.01)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new TrackSettings(20, 20, 100, 3, Double.NaN))
                .isInstanceOf(InvalidValueException.class);
    }
}
