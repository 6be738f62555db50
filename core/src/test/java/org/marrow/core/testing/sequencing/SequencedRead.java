package org.marrow.core.testing.sequencing;

import java.nio.charset.StandardCharsets;

/**
 * One simulated read, in the direction in which it was read.
 *
 * @param bases ASCII letters
 * @param qualities Phred values from 2 to 38, one for each base
 */
public record SequencedRead(byte[] bases, byte[] qualities) {

    /** As the four lines of FASTQ. */
    public String fastq(String name) {
        byte[] text = new byte[qualities.length];
        for (int i = 0; i < text.length; i++) {
            text[i] = (byte) (qualities[i] + '!');
        }
        return "@" + name + "\n" + new String(bases, StandardCharsets.US_ASCII) + "\n+\n"
                + new String(text, StandardCharsets.US_ASCII) + "\n";
    }
}
