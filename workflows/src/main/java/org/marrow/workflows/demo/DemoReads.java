package org.marrow.workflows.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.marrow.core.read.AlignedRead;
import org.marrow.core.read.CigarElement;
import org.marrow.core.read.CigarOperator;

/**
 * Draws paired amplicon reads over the demo's targets. Errors come from three places, as they do in a laboratory: a copying
 * error before sequencing, which both mates carry; deamination, C to T on one strand; and base calling, whose rate is what the
 * quality value says. None of this is shared with the code that calls.
 */
final class DemoReads {
    private static final int READ_LENGTH = 75;
    private static final double COPYING_ERROR = 5e-6;
    private static final double DEAMINATION = 2e-5;
    private static final int MAPPED_WELL = 60;
    private static final int FIRST_OF_PAIR = 0x1 | 0x2 | 0x20 | 0x40;
    private static final int SECOND_OF_PAIR = 0x1 | 0x2 | 0x10 | 0x80;
    private static final String BASES = "ACGT";

    private final RandomDraws random;
    private final String prefix;

    /** @param prefix of the read names */
    DemoReads(RandomDraws random, String prefix) {
        this.random = random;
        this.prefix = prefix;
    }

    /**
     * Reads over one target.
     *
     * @param lesion carried by some molecules, on this target
     * @param alleleFraction true fraction of molecules with the lesion
     * @param molecules read pairs to draw
     */
    List<AlignedRead> over(DemoTargets.Target target, DemoLesion lesion, double alleleFraction, long molecules) {
        List<AlignedRead> reads = new ArrayList<>();
        Haplotype plain = Haplotype.of(target);
        Haplotype mutant = plain.with(lesion, target);
        for (long i = 0; i < molecules; i++) {
            Haplotype haplotype = random.chance(alleleFraction) ? mutant : plain;
            byte[] molecule = haplotype.bases().clone();
            damage(molecule);
            String name = prefix + ":" + target.contig() + ":" + i;
            int length = Math.min(READ_LENGTH, molecule.length);
            reads.add(read(name, FIRST_OF_PAIR, target, haplotype, molecule, 0, length));
            reads.add(
                    read(name, SECOND_OF_PAIR, target, haplotype, molecule, molecule.length - length, molecule.length));
        }
        return reads;
    }

    /** In the order of a coordinate-sorted file, given the order of contigs in the header. */
    static void sort(List<AlignedRead> reads, List<String> contigs) {
        reads.sort(Comparator.comparingInt((AlignedRead read) -> contigs.indexOf(read.contig()))
                .thenComparingInt(AlignedRead::start)
                .thenComparing(AlignedRead::name)
                .thenComparingInt(AlignedRead::flags));
    }

    private void damage(byte[] molecule) {
        for (int i = 0; i < molecule.length; i++) {
            if (molecule[i] == 'C' && random.chance(DEAMINATION)) {
                molecule[i] = 'T';
            } else if (random.chance(COPYING_ERROR)) {
                molecule[i] = otherThan(molecule[i]);
            }
        }
    }

    private AlignedRead read(
            String name, int flags, DemoTargets.Target target, Haplotype haplotype, byte[] molecule, int from, int to) {
        byte[] bases = new byte[to - from];
        byte[] qualities = new byte[to - from];
        boolean reverse = flags == SECOND_OF_PAIR;
        for (int i = 0; i < bases.length; i++) {
            int cycle = reverse ? bases.length - 1 - i : i;
            double mean = 37 - 6.0 * cycle / READ_LENGTH;
            int quality = (int) Math.max(2, Math.min(40, Math.rint(random.normal(mean, 2))));
            if (random.chance(0.01)) {
                quality = 2 + random.below(14);
            }
            qualities[i] = (byte) quality;
            byte base = molecule[from + i];
            bases[i] = random.chance(StrictMath.pow(10, -quality / 10.0)) ? otherThan(base) : base;
        }
        return new AlignedRead(
                name,
                flags,
                target.contig(),
                haplotype.firstReference(from),
                MAPPED_WELL,
                haplotype.cigar(from, to),
                bases,
                qualities);
    }

    private byte otherThan(byte base) {
        int place = BASES.indexOf((char) base);
        return (byte) BASES.charAt((place + 1 + random.below(3)) % 4);
    }

    /**
     * A molecule's sequence and where each base lies on the contig.
     *
     * @param places reference position of each base, from 1; 0 for an inserted base
     */
    private record Haplotype(byte[] bases, int[] places) {

        static Haplotype of(DemoTargets.Target target) {
            byte[] bases = new byte[target.bases().length()];
            int[] places = new int[bases.length];
            for (int i = 0; i < bases.length; i++) {
                bases[i] = (byte) target.bases().charAt(i);
                places[i] = i + 1;
            }
            return new Haplotype(bases, places);
        }

        /** The lesion put in; insertions and substitutions are what the demo plants. */
        Haplotype with(DemoLesion lesion, DemoTargets.Target target) {
            int at = lesion.position() - target.start();
            int inserted = lesion.alt().length() - lesion.ref().length();
            byte[] changed = new byte[bases.length + inserted];
            int[] moved = new int[changed.length];
            for (int i = 0, j = 0; i < bases.length; i++) {
                changed[j] = bases[i];
                moved[j] = places[i];
                if (i == at) {
                    for (int k = 0; k < lesion.alt().length(); k++, j++) {
                        changed[j] = (byte) lesion.alt().charAt(k);
                        moved[j] = k == 0 ? places[i] : 0;
                    }
                } else {
                    j++;
                }
            }
            return new Haplotype(changed, moved);
        }

        int firstReference(int from) {
            int place = from;
            while (places[place] == 0) {
                place++;
            }
            return places[place];
        }

        List<CigarElement> cigar(int from, int to) {
            List<CigarElement> elements = new ArrayList<>();
            int start = from;
            while (start < to) {
                boolean inserted = places[start] == 0;
                int end = start;
                while (end < to && (places[end] == 0) == inserted) {
                    end++;
                }
                boolean edge = start == from || end == to;
                CigarOperator operator =
                        !inserted ? CigarOperator.MATCH : edge ? CigarOperator.SOFT_CLIP : CigarOperator.INSERTION;
                elements.add(new CigarElement(end - start, operator));
                start = end;
            }
            return elements;
        }
    }
}
