package org.marrow.core.variant;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that the human chromosomes go by: {@code 13} of Ensembl, {@code chr13} of UCSC and {@code NC_000013.11} of RefSeq,
 * whose version tells the assembly. Source of the versions: NCBI, assembly reports of GRCh37.p13 and GRCh38.p14.
 */
public final class ContigNames {
    private static final Pattern REFSEQ = Pattern.compile("NC_0000(0[1-9]|1\\d|2[0-4])\\.(\\d{1,3})");

    /** Versions of NC_000001 to NC_000024 in GRCh37; GRCh38 has the next of each. */
    private static final List<Integer> VERSIONS_GRCH37 =
            List.of(10, 11, 11, 11, 9, 11, 13, 10, 11, 10, 9, 11, 10, 8, 9, 9, 10, 9, 9, 10, 8, 10, 10, 9);

    private static final String MITOCHONDRION = "MT";

    private ContigNames() {}

    /** {@code 1} to {@code 22}, {@code X}, {@code Y} or {@code MT}; every other name as it is. */
    public static String canonical(String contig) {
        Matcher refseq = REFSEQ.matcher(contig);
        if (refseq.matches()) {
            int number = Integer.parseInt(refseq.group(1));
            return number == 23 ? "X" : number == 24 ? "Y" : String.valueOf(number);
        }
        if (contig.equals("chrM") || contig.equals("chrMT") || contig.equals("M") || contig.equals("NC_012920.1")) {
            return MITOCHONDRION;
        }
        boolean isChromosome = contig.startsWith("chr") && ChromosomeLengths.NAMES.contains(contig.substring(3));
        return isChromosome ? contig.substring(3) : contig;
    }

    /** The names that a contig may have in another file, its own first. */
    public static List<String> aliases(String contig) {
        String canonical = canonical(contig);
        int index = ChromosomeLengths.NAMES.indexOf(canonical);
        if (index >= 0) {
            String accession = String.format(Locale.ROOT, "NC_%06d.", index + 1);
            int version = VERSIONS_GRCH37.get(index);
            return List.of(contig, canonical, "chr" + canonical, accession + version, accession + (version + 1));
        }
        return canonical.equals(MITOCHONDRION)
                ? List.of(contig, MITOCHONDRION, "chrM", "M", "chrMT", "NC_012920.1")
                : List.of(contig);
    }

    /** The assembly that a RefSeq accession belongs to; empty for every other name. */
    public static Optional<Assembly> assemblyOf(String contig) {
        Matcher refseq = REFSEQ.matcher(contig);
        if (!refseq.matches()) {
            return Optional.empty();
        }
        int ahead = Integer.parseInt(refseq.group(2)) - VERSIONS_GRCH37.get(Integer.parseInt(refseq.group(1)) - 1);
        return switch (ahead) {
            case 0 -> Optional.of(Assembly.GRCH37);
            case 1 -> Optional.of(Assembly.GRCH38);
            default -> Optional.empty();
        };
    }

    /** Whether this is the mitochondrial genome, which has a genetic code of its own. */
    public static boolean isMitochondrion(String contig) {
        return canonical(contig).equals(MITOCHONDRION);
    }
}
