package org.marrow.core.variant;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.marrow.core.error.InvalidValueException;

/**
 * Lengths of the human chromosomes in bases, by which the assembly of a file is known without trusting a name. No chromosome has
 * the same length in both. Source: Genome Reference Consortium, GRCh37 (GCA_000001405.1) and GRCh38 (GCA_000001405.15).
 */
public final class ChromosomeLengths {
    /** Without a prefix, in the usual order. */
    static final List<String> NAMES = List.of(
            "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19",
            "20", "21", "22", "X", "Y");

    private static final int[] GRCH37 = {
        249_250_621, 243_199_373, 198_022_430, 191_154_276, 180_915_260, 171_115_067, 159_138_663, 146_364_022,
        141_213_431, 135_534_747, 135_006_516, 133_851_895, 115_169_878, 107_349_540, 102_531_392, 90_354_753,
        81_195_210, 78_077_248, 59_128_983, 63_025_520, 48_129_895, 51_304_566, 155_270_560, 59_373_566
    };

    private static final int[] GRCH38 = {
        248_956_422, 242_193_529, 198_295_559, 190_214_555, 181_538_259, 170_805_979, 159_345_973, 145_138_636,
        138_394_717, 133_797_422, 135_086_622, 133_275_309, 114_364_328, 107_043_718, 101_991_189, 90_338_345,
        83_257_441, 80_373_285, 58_617_616, 64_444_167, 46_709_983, 50_818_468, 156_040_895, 57_227_415
    };

    private ChromosomeLengths() {}

    /** The length of a chromosome, by any of the {@link ContigNames names} that it goes by; empty for other contigs and other assemblies. */
    public static OptionalInt length(Assembly assembly, String contig) {
        int index = NAMES.indexOf(ContigNames.canonical(contig));
        if (index < 0) {
            return OptionalInt.empty();
        }
        return switch (assembly) {
            case GRCH37 -> OptionalInt.of(GRCH37[index]);
            case GRCH38 -> OptionalInt.of(GRCH38[index]);
            case OTHER, UNKNOWN -> OptionalInt.empty();
        };
    }

    /** Rank of a chromosome in the usual order, 0 to 23; 24 for every other contig. */
    public static int rank(String contig) {
        int index = NAMES.indexOf(ContigNames.canonical(contig));
        return index < 0 ? NAMES.size() : index;
    }

    /**
     * Names the assembly that contigs of these lengths belong to: OTHER when they have lengths and none is a chromosome's,
     * UNKNOWN when there are none.
     *
     * @throws InvalidValueException when some lengths are of GRCh37 and some of GRCh38
     */
    public static Assembly identify(Map<String, Long> lengths) {
        String of37 = null;
        String of38 = null;
        for (Map.Entry<String, Long> contig : lengths.entrySet()) {
            if (matches(Assembly.GRCH37, contig)) {
                of37 = contig.getKey();
            } else if (matches(Assembly.GRCH38, contig)) {
                of38 = contig.getKey();
            }
        }
        InvalidValueException.check(
                of37 == null || of38 == null,
                "contigs",
                of37 + " of GRCh37 and " + of38 + " of GRCh38",
                "lengths of one assembly");
        if (of37 != null) {
            return Assembly.GRCH37;
        }
        if (of38 != null) {
            return Assembly.GRCH38;
        }
        return lengths.isEmpty() ? Assembly.UNKNOWN : Assembly.OTHER;
    }

    private static boolean matches(Assembly assembly, Map.Entry<String, Long> contig) {
        OptionalInt length = length(assembly, contig.getKey());
        return length.isPresent() && length.getAsInt() == contig.getValue();
    }
}
