package org.marrow.mrd.track;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.marrow.core.read.AlignedRead;

/**
 * Read pairs over one locus with an error for each base by its quality, damage that both mates share, and mates that overlap. It
 * knows nothing of the caller's error model. With the same seed two samples differ in the molecules that carry the variant only.
 */
final class ReadSimulator {
    private static final int READ_LENGTH = 60;
    private static final int FRAGMENT_LENGTH = 90;
    private static final int[] QUALITIES = {37, 37, 37, 37, 37, 37, 37, 37, 25, 25, 25, 12};

    private final String reference;
    private final String alternate;
    private final int changeAt;
    private final double damage;

    /**
     * @param alternate the other haplotype; the same as the reference up to {@code changeAt}
     * @param changeAt number of bases before the change
     * @param damage probability that a C of a forward molecule is read as T by both mates
     */
    ReadSimulator(String reference, String alternate, int changeAt, double damage) {
        this.reference = reference;
        this.alternate = alternate;
        this.changeAt = changeAt;
        this.damage = damage;
    }

    List<AlignedRead> sample(long seed, int molecules, double fraction) {
        SplittableRandom random = new SplittableRandom(seed);
        SplittableRandom carriers = new SplittableRandom(~seed);
        List<AlignedRead> reads = new ArrayList<>();
        for (int i = 0; i < molecules; i++) {
            String haplotype = carriers.nextDouble() < fraction ? alternate : reference;
            int start = random.nextInt(reference.length() - FRAGMENT_LENGTH - 20);
            boolean isForward = random.nextInt(2) == 0;
            byte[] fragment =
                    haplotype.substring(start, start + FRAGMENT_LENGTH).getBytes(US_ASCII);
            for (int b = 0; b < fragment.length; b++) {
                boolean isHit = random.nextDouble() < damage;
                if (isHit && isForward && fragment[b] == 'C') {
                    fragment[b] = 'T';
                } else if (isHit && !isForward && fragment[b] == 'G') {
                    fragment[b] = 'A';
                }
            }
            reads.add(read(random, "m" + i, haplotype, fragment, start, 0, 0x41));
            reads.add(read(random, "m" + i, haplotype, fragment, start, FRAGMENT_LENGTH - READ_LENGTH, 0x91));
        }
        return reads;
    }

    private AlignedRead read(
            SplittableRandom random, String name, String haplotype, byte[] fragment, int start, int offset, int flags) {
        byte[] bases = new byte[READ_LENGTH];
        byte[] qualities = new byte[READ_LENGTH];
        for (int b = 0; b < READ_LENGTH; b++) {
            bases[b] = fragment[offset + b];
            qualities[b] = (byte) QUALITIES[random.nextInt(QUALITIES.length)];
            boolean isWrong = random.nextDouble() < Math.pow(10, -0.1 * qualities[b]);
            int other = random.nextInt(3);
            if (isWrong) {
                bases[b] = (byte) "ACGT".replace("" + (char) bases[b], "").charAt(other);
            }
        }
        int first = start + offset;
        int change = haplotype.length() - reference.length();
        int before = changeAt - first;
        String cigar = READ_LENGTH + "M";
        if (change != 0 && before > 0 && before < READ_LENGTH) {
            // A deletion at its leftmost place; near the end of the read it is clipped.
            cigar = before < 8
                    ? before + "S" + (READ_LENGTH - before) + "M"
                    : READ_LENGTH - before < 8
                            ? before + "M" + (READ_LENGTH - before) + "S"
                            : before + "M" + -change + "D" + (READ_LENGTH - before) + "M";
            if (before < 8) {
                first += before - change;
            }
        } else if (before <= 0) {
            first -= change;
        }
        return ReadBuilder.read(name, first + 1, cigar, new String(bases, US_ASCII))
                .qualities(qualities)
                .flags(flags)
                .build();
    }
}
