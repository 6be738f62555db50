package org.marrow.workflows.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.marrow.core.error.BugException;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.UserException;
import org.marrow.core.port.ReadSource.ContigLength;
import org.marrow.core.variant.Assembly;
import org.marrow.core.variant.TargetRegion;
import org.marrow.io.bam.BamSource;
import org.marrow.io.fasta.FastaSource;

/** Sees, before any work, that reads, reference and targets speak of the same sequences. */
final class CallInputs {
    /** Bases. The sequence of a contig up to this length is compared by its MD5, where the reads' header gives one. */
    private static final int LONGEST_SUMMED_CONTIG = 10_000_000;

    private CallInputs() {}

    static void check(
            Path bam, BamSource reads, Path reference, FastaSource bases, Path targets, List<TargetRegion> regions) {
        if (!reads.hasRegions()) {
            throw new UserException(
                    ErrorCode.USAGE,
                    bam + ": expected a BAM or CRAM file sorted by coordinate with an index that is not older than it"
                            + " (samtools sort, then samtools index), found one without");
        }
        checkAssembly(bam, reads.assembly(), reference, bases.assembly());
        Map<String, Integer> lengths = new HashMap<>();
        reads.contigs().forEach(contig -> lengths.put(contig.contig(), contig.length()));
        for (TargetRegion region : regions) {
            Integer length = lengths.get(region.contig());
            if (length == null) {
                throw mismatch(targets, "contigs of " + bam.getFileName() + hint(region, lengths), region.contig());
            }
            if (region.end() > length) {
                throw mismatch(
                        targets,
                        "regions within " + region.contig() + ", which has " + length + " bases",
                        region.describe());
            }
        }
        for (String contig : contigsOf(regions)) {
            checkContig(bam, reads, reference, bases, new ContigLength(contig, lengths.getOrDefault(contig, 0)));
        }
    }

    private static TreeSet<String> contigsOf(List<TargetRegion> regions) {
        TreeSet<String> contigs = new TreeSet<>();
        regions.forEach(region -> contigs.add(region.contig()));
        return contigs;
    }

    private static void checkContig(Path bam, BamSource reads, Path reference, FastaSource bases, ContigLength contig) {
        String name = contig.contig();
        if (!bases.contains(name)) {
            throw mismatch(reference, "the contig " + name + " of " + bam.getFileName(), "no such sequence");
        }
        if (bases.length(name) != contig.length()) {
            throw mismatch(
                    reference,
                    name + " with " + contig.length() + " bases, as the reads of " + bam.getFileName() + " have it",
                    bases.length(name) + " bases: another assembly");
        }
        String sum = reads.contigSums().get(name);
        if (sum != null && contig.length() <= LONGEST_SUMMED_CONTIG) {
            String own = md5(bases.bases(name, 1, contig.length()));
            if (!own.equals(sum)) {
                throw mismatch(
                        reference,
                        name + " with MD5 " + sum + ", as the reads of " + bam.getFileName() + " have it",
                        "MD5 " + own + ": another sequence");
            }
        }
    }

    /** @throws UserException with code MISMATCH when one is of GRCh37 and the other of GRCh38 */
    static void checkAssembly(Path file, Assembly assembly, Path other, Assembly otherAssembly) {
        if (isGenome(assembly) && isGenome(otherAssembly) && assembly != otherAssembly) {
            throw mismatch(other, assembly + ", as " + file.getFileName() + " has it", otherAssembly.toString());
        }
    }

    private static boolean isGenome(Assembly assembly) {
        return assembly == Assembly.GRCH37 || assembly == Assembly.GRCH38;
    }

    private static String hint(TargetRegion region, Map<String, Integer> lengths) {
        String other = region.contig().startsWith("chr") ? region.contig().substring(3) : "chr" + region.contig();
        return lengths.containsKey(other) ? ", which calls it " + other : "";
    }

    private static String md5(String bases) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bases.getBytes(ISO_8859_1)));
        } catch (NoSuchAlgorithmException absent) {
            throw new BugException("every Java has MD5", absent);
        }
    }

    private static UserException mismatch(Path file, String expected, String found) {
        return new UserException(ErrorCode.MISMATCH, file + ": expected " + expected + ", found " + found);
    }
}
