package org.marrow.variants.lesion;

import org.marrow.core.error.InvalidValueException;
import org.marrow.core.variant.Assembly;
import org.marrow.core.variant.ContigNames;
import org.marrow.core.variant.Variant;

/**
 * A stretch of the genome on both assemblies, ends included.
 *
 * @param chromosome without {@code chr}
 */
public record Locus(String chromosome, int start37, int end37, int start38, int end38) {

    /** Whether the assembly is one this locus is known on. */
    public static boolean isPlaced(Assembly assembly) {
        return assembly == Assembly.GRCH37 || assembly == Assembly.GRCH38;
    }

    /** Whether the variant's reference bases touch the locus; false on other assemblies. */
    public boolean overlaps(Variant variant, Assembly assembly) {
        int first = variant.position();
        return overlaps(variant.contig(), first, first + variant.ref().length() - 1, assembly);
    }

    /** Whether the bases from {@code first} to {@code last} of a contig touch the locus; false on other assemblies. */
    public boolean overlaps(String contig, int first, int last, Assembly assembly) {
        return isPlaced(assembly)
                && ContigNames.canonical(contig).equals(chromosome)
                && first <= end(assembly)
                && last >= start(assembly);
    }

    /** First base, from 1, on one of the two assemblies. */
    public int start(Assembly assembly) {
        return switch (assembly) {
            case GRCH37 -> start37;
            case GRCH38 -> start38;
            case OTHER, UNKNOWN -> throw notPlaced(assembly);
        };
    }

    /** Last base on one of the two assemblies. */
    public int end(Assembly assembly) {
        return switch (assembly) {
            case GRCH37 -> end37;
            case GRCH38 -> end38;
            case OTHER, UNKNOWN -> throw notPlaced(assembly);
        };
    }

    private static InvalidValueException notPlaced(Assembly assembly) {
        return new InvalidValueException("assembly", assembly, "GRCH37 or GRCH38");
    }
}
