package org.marrow.variants.lesion;

import org.marrow.core.variant.Assembly;
import org.marrow.core.variant.Variant;

/**
 * A stretch of the genome on both assemblies, ends included.
 *
 * @param chromosome without {@code chr}
 */
record Locus(String chromosome, int start37, int end37, int start38, int end38) {

    /** Whether the assembly is one this locus is known on. */
    static boolean isPlaced(Assembly assembly) {
        return assembly == Assembly.GRCH37 || assembly == Assembly.GRCH38;
    }

    /** Whether the variant's reference bases touch the locus; false on other assemblies. */
    boolean overlaps(Variant variant, Assembly assembly) {
        String contig = variant.contig().startsWith("chr") ? variant.contig().substring(3) : variant.contig();
        int first = variant.position();
        int last = first + variant.ref().length() - 1;
        return contig.equals(chromosome)
                && switch (assembly) {
                    case GRCH37 -> first <= end37 && last >= start37;
                    case GRCH38 -> first <= end38 && last >= start38;
                    case OTHER, UNKNOWN -> false;
                };
    }
}
