package org.marrow.io.vcf;

import static java.util.Map.entry;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.marrow.core.error.InvalidValueException;

/** HGVS names as annotation tools write them, brought to the form of {@code VariantCall}. */
final class HgvsText {
    private static final Map<String, String> ONE_LETTER = Map.ofEntries(
            entry("Ala", "A"),
            entry("Arg", "R"),
            entry("Asn", "N"),
            entry("Asp", "D"),
            entry("Cys", "C"),
            entry("Gln", "Q"),
            entry("Glu", "E"),
            entry("Gly", "G"),
            entry("His", "H"),
            entry("Ile", "I"),
            entry("Leu", "L"),
            entry("Lys", "K"),
            entry("Met", "M"),
            entry("Phe", "F"),
            entry("Pro", "P"),
            entry("Ser", "S"),
            entry("Thr", "T"),
            entry("Trp", "W"),
            entry("Tyr", "Y"),
            entry("Val", "V"),
            entry("Sec", "U"),
            entry("Pyl", "O"),
            entry("Asx", "B"),
            entry("Glx", "Z"),
            entry("Xaa", "X"),
            entry("Ter", "*"));
    private static final Map<String, String> THREE_LETTER = ONE_LETTER.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));
    private static final Pattern THREE_LETTERS = Pattern.compile(String.join("|", ONE_LETTER.keySet()));

    private HgvsText() {}

    /** {@code c.860_863dup} of {@code NM_002520.7:c.860_863dup}; empty for what is not a coding change. */
    static Optional<String> coding(String text) {
        return Optional.of(withoutTranscript(text)).filter(change -> change.startsWith("c."));
    }

    /** {@code p.W288Cfs*12} of {@code NP_002511.1:p.(Trp288CysfsTer12)}; empty for what is not a protein change. */
    static Optional<String> protein(String text) {
        String change = withoutTranscript(text);
        if (!change.startsWith("p.")) {
            return Optional.empty();
        }
        String plain = change.replace("(", "").replace(")", "");
        Matcher matcher = THREE_LETTERS.matcher(plain);
        return Optional.of(matcher.replaceAll(match -> Matcher.quoteReplacement(ONE_LETTER.get(match.group()))));
    }

    /** {@code p.Trp288CysfsTer12} of {@code NP_002511.1:p.(Trp288CysfsTer12)}: letters stay as they are. */
    static Optional<String> proteinAsWritten(String text) {
        String change = withoutTranscript(text);
        return change.startsWith("p.") ? Optional.of(change.replace("(", "").replace(")", "")) : Optional.empty();
    }

    /** {@code p.Trp288CysfsTer12} of {@code p.W288Cfs*12}. What is no residue is in lower case and stays. */
    static String threeLetters(String oneLetter) {
        StringBuilder text = new StringBuilder();
        for (char letter : oneLetter.toCharArray()) {
            text.append(THREE_LETTER.getOrDefault(String.valueOf(letter), String.valueOf(letter)));
        }
        return text.toString();
    }

    /** {@code NM_002520.7} of {@code NM_002520.7:c.860_863dup}. */
    static Optional<String> transcript(String text) {
        int colon = text.indexOf(':');
        return colon > 0 ? Optional.of(text.substring(0, colon)) : Optional.empty();
    }

    /** Undoes percent-encoding; a percent sign that encodes nothing stays. */
    static String decodePercent(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] decoded = new byte[bytes.length];
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            int high = i + 2 < bytes.length && bytes[i] == '%' ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(bytes[i + 2], 16) : -1;
            if (low >= 0) {
                decoded[length++] = (byte) (high << 4 | low);
                i += 2;
            } else {
                decoded[length++] = bytes[i];
            }
        }
        return new String(decoded, 0, length, StandardCharsets.UTF_8);
    }

    /** Encodes what has a meaning of its own in an INFO value (VCF 4.3, section 1.2), and blanks. */
    static String encodePercent(String text) {
        StringBuilder encoded = new StringBuilder();
        for (char c : text.toCharArray()) {
            InvalidValueException.check(
                    !Character.isISOControl(c), "annotation", text, "text without control characters");
            if (c == ';' || c == '=' || c == ',' || c == '%' || c == ' ' || c == ':') {
                encoded.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
            } else {
                encoded.append(c);
            }
        }
        return encoded.toString();
    }

    private static String withoutTranscript(String text) {
        return text.substring(text.lastIndexOf(':') + 1);
    }
}
