package org.marrow.io.vcf;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version 4.x of the format; {@code minor} from 0 to 5. */
record VcfVersion(int minor) {
    private static final Pattern FORMAT_LINE = Pattern.compile("##fileformat=VCFv4\\.([0-5])");

    /** Reads the first line of a file. */
    static VcfVersion parse(VcfLine place, String line) {
        Matcher matcher = FORMAT_LINE.matcher(line);
        if (!matcher.matches()) {
            throw place.wrong(
                    "##fileformat=VCFv4.0 to VCFv4.5 as the first line", line.isBlank() ? "a blank line" : line);
        }
        return new VcfVersion(Integer.parseInt(matcher.group(1)));
    }

    /** Whether values hold {@code %3B} for a semicolon and the like, which began with VCF 4.3. */
    boolean encodesPercent() {
        return minor >= 3;
    }
}
