package org.marrow.core.testing.sequencing;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes reads of molecules: damage on a strand, a PCR tree in which an early error is shared by all descendants, families of uneven
 * size, errors by base quality and by position. Sequences are ASCII bytes in the direction of the template. The same seeds give the
 * same reads. Not for several threads at once: give each its own.
 *
 * <p>A test keeps the truth itself: it knows which molecules it put in.
 */
public final class LibrarySimulator {
    private static final double[] ERROR_OF_QUALITY = new double[64];
    private static final int SHORTEST_SLIPPING_RUN = 6;

    static {
        for (int q = 0; q < ERROR_OF_QUALITY.length; q++) {
            ERROR_OF_QUALITY[q] = Math.pow(10, -q / 10.0);
        }
    }

    private final SequencingErrors errors;
    private final SplittableRandom run;
    private final SplittableRandom random;

    /**
     * @param runSeed what the run's positions show by themselves; another run has another seed
     * @param seed of the molecules and reads
     */
    public LibrarySimulator(SequencingErrors errors, long runSeed, long seed) {
        this.errors = errors;
        this.run = new SplittableRandom(runSeed);
        this.random = new SplittableRandom(seed);
    }

    public SplittableRandom random() {
        return random;
    }

    /** The systematic errors of a template in this run; ask once for each template, always in the same order. */
    public SystematicErrors systematicErrors(int templateLength) {
        return new SystematicErrors(templateLength, errors, run);
    }

    /**
     * One strand of a molecule as the polymerase will read it after damage, in the direction of the template: on the reverse strand
     * a deaminated C is seen as G>A and an oxidised G as C>A.
     */
    public byte[] damaged(byte[] molecule, boolean reverseStrand) {
        byte[] strand = molecule.clone();
        if (errors.deamination() == 0 && errors.oxidation() == 0) {
            return strand;
        }
        byte cytosine = reverseStrand ? (byte) 'G' : (byte) 'C';
        byte guanine = reverseStrand ? (byte) 'C' : (byte) 'G';
        byte read = reverseStrand ? (byte) 'A' : (byte) 'T';
        for (int i = 0; i < strand.length; i++) {
            double rate = strand[i] == cytosine ? errors.deamination() : strand[i] == guanine ? errors.oxidation() : 0;
            if (rate > 0 && random.nextDouble() < rate) {
                strand[i] = read;
            }
        }
        return strand;
    }

    /** How many reads a molecule gets, around a mean, log-normal and Poisson; 0 is a molecule that was not seen. */
    public int familySize(double mean) {
        double spread = errors.familySpread();
        return poisson(mean * Math.exp(spread * random.nextGaussian() - spread * spread / 2));
    }

    /**
     * Copies of a strand that will be sequenced, drawn from all that PCR makes of it. Copies that nothing befell are the same array:
     * do not change them.
     */
    public List<byte[]> amplify(byte[] strand, int copies) {
        List<byte[]> made = new ArrayList<>(copies);
        amplify(strand, copies, errors.doublings(), made);
        return made;
    }

    private void amplify(byte[] strand, int copies, int doublingsLeft, List<byte[]> made) {
        if (copies == 0) {
            return;
        }
        if (doublingsLeft == 0) {
            for (int i = 0; i < copies; i++) {
                made.add(strand);
            }
            return;
        }
        int ofNewStrand = 0;
        for (int i = 0; i < copies; i++) {
            ofNewStrand += random.nextInt(2);
        }
        amplify(strand, copies - ofNewStrand, doublingsLeft - 1, made);
        if (ofNewStrand > 0) {
            amplify(copied(strand), ofNewStrand, doublingsLeft - 1, made);
        }
    }

    private byte[] copied(byte[] strand) {
        byte[] copy = strand;
        int wrong = errors.polymerase() == 0 ? 0 : poisson(strand.length * errors.polymerase());
        if (wrong > 0) {
            copy = strand.clone();
            for (int i = 0; i < wrong; i++) {
                int position = random.nextInt(copy.length);
                copy[position] = Nucleotides.other(copy[position], random);
            }
        }
        return errors.slippage() == 0 ? copy : slipped(copy);
    }

    private byte[] slipped(byte[] strand) {
        int begin = 0;
        for (int i = 1; i <= strand.length; i++) {
            if (i < strand.length && strand[i] == strand[begin]) {
                continue;
            }
            int length = i - begin;
            if (length >= SHORTEST_SLIPPING_RUN
                    && random.nextDouble() < errors.slippage() * (length - SHORTEST_SLIPPING_RUN + 1)) {
                return random.nextInt(3) == 0 ? longer(strand, begin) : shorter(strand, begin);
            }
            begin = i;
        }
        return strand;
    }

    private static byte[] longer(byte[] strand, int at) {
        byte[] changed = new byte[strand.length + 1];
        System.arraycopy(strand, 0, changed, 0, at + 1);
        System.arraycopy(strand, at, changed, at + 1, strand.length - at);
        return changed;
    }

    private static byte[] shorter(byte[] strand, int at) {
        byte[] changed = new byte[strand.length - 1];
        System.arraycopy(strand, 0, changed, 0, at);
        System.arraycopy(strand, at + 1, changed, at, strand.length - at - 1);
        return changed;
    }

    /** Whether this copy changed its template on the way. */
    public boolean becomesChimera() {
        return errors.chimera() > 0 && random.nextDouble() < errors.chimera();
    }

    /** The beginning of one molecule and the end of another, joined at the same distance from the beginning of both. */
    public byte[] chimera(byte[] beginning, byte[] end) {
        int at = random.nextInt(Math.min(beginning.length, end.length));
        byte[] joined = new byte[end.length];
        System.arraycopy(beginning, 0, joined, 0, at);
        System.arraycopy(end, at, joined, at, end.length - at);
        return joined;
    }

    /** Whether this read carries the index of another sample. */
    public boolean hops() {
        return errors.hopping() > 0 && random.nextDouble() < errors.hopping();
    }

    /**
     * Reads a copy.
     *
     * @param from first base read, from 0, counted from the beginning of the copy, or from its end where {@code reverse}
     * @param length at most; a read ends where the copy ends
     * @param systematic of the copy's template
     * @param templateStart where the copy begins on that template
     */
    public SequencedRead read(
            byte[] copy, int from, int length, boolean reverse, SystematicErrors systematic, int templateStart) {
        int size = Math.max(0, Math.min(length, copy.length - from));
        byte[] qualities = ReadQualities.draw(size, random);
        byte[] bases = new byte[size];
        for (int i = 0; i < size; i++) {
            int position = reverse ? copy.length - 1 - from - i : from + i;
            byte base = copy[position];
            int onTemplate = templateStart + position;
            if (random.nextDouble() < systematic.rate(onTemplate, reverse)) {
                base = systematic.letter(onTemplate, reverse);
            }
            if (random.nextDouble() < ERROR_OF_QUALITY[qualities[i]]) {
                base = Nucleotides.other(base, random);
            }
            bases[i] = reverse ? Nucleotides.complement(base) : base;
        }
        return new SequencedRead(bases, qualities);
    }

    /** A Poisson number: by products below a mean of 30, by a sum of such above. */
    public int poisson(double mean) {
        int drawn = 0;
        double left = mean;
        while (left > 30) {
            drawn += smallPoisson(30);
            left -= 30;
        }
        return drawn + smallPoisson(left);
    }

    private int smallPoisson(double mean) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int drawn = 0;
        while (product > limit) {
            drawn++;
            product *= random.nextDouble();
        }
        return drawn;
    }
}
