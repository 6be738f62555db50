package org.marrow.core.testing.sequencing;

import java.util.random.RandomGenerator;

/** Sequences as ASCII bytes. */
public final class Nucleotides {
    static final byte[] LETTERS = {'A', 'C', 'G', 'T'};

    private Nucleotides() {}

    public static byte[] random(int length, RandomGenerator random) {
        byte[] sequence = new byte[length];
        for (int i = 0; i < length; i++) {
            sequence[i] = LETTERS[random.nextInt(4)];
        }
        return sequence;
    }

    public static byte[] reverseComplement(byte[] sequence) {
        byte[] turned = new byte[sequence.length];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = complement(sequence[sequence.length - 1 - i]);
        }
        return turned;
    }

    static byte complement(byte base) {
        return switch (base) {
            case 'A' -> 'T';
            case 'C' -> 'G';
            case 'G' -> 'C';
            case 'T' -> 'A';
            default -> base;
        };
    }

    /** One of the three others, each as likely. */
    static byte other(byte base, RandomGenerator random) {
        byte drawn = LETTERS[random.nextInt(3)];
        return drawn == base ? LETTERS[3] : drawn;
    }
}
