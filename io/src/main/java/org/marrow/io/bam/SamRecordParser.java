package org.marrow.io.bam;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.read.AlignedRead;
import org.marrow.core.read.CigarElement;

/** Reads the alignment lines of SAM strictly by the SAM specification, sections 1.4 and 1.5. */
final class SamRecordParser {
    static final int HIGHEST_FLAG = 0xfff;
    private static final int MANDATORY = 11;
    private static final Pattern NAME = Pattern.compile("[!-?A-~]{1,254}");
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,9}");
    private static final Pattern SIGNED = Pattern.compile("[-+]?[0-9]{1,10}");
    private static final Pattern BASES = Pattern.compile("[A-Za-z=.]+");
    private static final Pattern QUALITIES = Pattern.compile("[!-~]+");

    private final Map<String, Integer> contigs;

    SamRecordParser(SamHeader header) {
        this.contigs = header.contigIndex();
    }

    AlignedRead parse(SamLine place, String line) {
        String[] columns = line.split("\t", -1);
        if (columns.length < MANDATORY) {
            throw place.wrong("columns", "at least 11 columns separated by tabs", String.valueOf(columns.length));
        }
        if (!NAME.matcher(columns[0]).matches()) {
            throw place.wrong("QNAME", "1 to 254 printable characters without @", columns[0]);
        }
        int flags = number(place, "FLAG", columns[1], HIGHEST_FLAG);
        String contig = contig(place, "RNAME", columns[2]);
        int start = number(place, "POS", columns[3], Integer.MAX_VALUE);
        int mappingQuality = number(place, "MAPQ", columns[4], 255);
        List<CigarElement> cigar = CigarText.parse(place, columns[5]);
        if (!columns[6].equals("=")) {
            contig(place, "RNEXT", columns[6]);
        }
        number(place, "PNEXT", columns[7], Integer.MAX_VALUE);
        templateLength(place, columns[8]);
        byte[] bases = bases(place, columns[9]);
        byte[] qualities = qualities(place, columns[10], bases.length);
        CigarText.check(place, cigar, bases.length);
        SamTags.check(place, columns, MANDATORY);
        try {
            return new AlignedRead(columns[0], flags, contig, start, mappingQuality, cigar, bases, qualities);
        } catch (InvalidValueException refused) {
            throw place.wrong(refused.name(), refused.expected(), refused.found());
        }
    }

    private static int number(SamLine place, String column, String text, int highest) {
        if (!NUMBER.matcher(text).matches() || Long.parseLong(text) > highest) {
            throw place.wrong(column, "a whole number from 0 to " + highest + " without leading zeros", text);
        }
        return Integer.parseInt(text);
    }

    private String contig(SamLine place, String column, String text) {
        if (text.equals("*")) {
            return text;
        }
        if (!SamHeaderParser.CONTIG.matcher(text).matches()) {
            throw place.wrong(column, "* or the name of a reference sequence", text);
        }
        if (!contigs.isEmpty() && !contigs.containsKey(text)) {
            throw place.wrong(column, "a reference sequence of the header", text);
        }
        return text;
    }

    private static void templateLength(SamLine place, String text) {
        boolean valid = SIGNED.matcher(text).matches() && Math.abs(Long.parseLong(text)) <= Integer.MAX_VALUE;
        if (!valid) {
            throw place.wrong("TLEN", "a whole number of 32 bits", text);
        }
    }

    private static byte[] bases(SamLine place, String text) {
        if (text.equals("*")) {
            return new byte[0];
        }
        if (!BASES.matcher(text).matches()) {
            throw place.wrong("SEQ", "* or letters, = and dots", text);
        }
        byte[] bases = text.getBytes(ISO_8859_1);
        for (int i = 0; i < bases.length; i++) {
            if (bases[i] >= 'a') {
                bases[i] = (byte) (bases[i] - ('a' - 'A'));
            } else if (bases[i] == '.') {
                bases[i] = 'N';
            }
        }
        return bases;
    }

    private static byte[] qualities(SamLine place, String text, int bases) {
        if (text.equals("*")) {
            return new byte[0];
        }
        if (!QUALITIES.matcher(text).matches()) {
            throw place.wrong("QUAL", "* or printable characters from ! to ~", text);
        }
        if (text.length() != bases) {
            throw place.wrong("QUAL", "one quality for each of " + bases + " bases", String.valueOf(text.length()));
        }
        byte[] qualities = text.getBytes(ISO_8859_1);
        for (int i = 0; i < qualities.length; i++) {
            qualities[i] = (byte) (qualities[i] - '!');
        }
        return qualities;
    }
}
