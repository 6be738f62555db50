package org.marrow.io.transcript;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ninth column of a GFF3 or GTF line. */
final class GffAttributes {
    private final Map<String, List<String>> values;

    private GffAttributes(Map<String, List<String>> values) {
        this.values = values;
    }

    /** Reads {@code key=value;key=value,value}, percent-encoded (GFF3 specification 1.26). */
    static GffAttributes ofGff3(GffLine.Place place, String text) {
        Map<String, List<String>> values = new HashMap<>();
        for (String entry : text.split(";")) {
            String pair = entry.strip();
            if (pair.isEmpty() || pair.equals(".")) {
                continue;
            }
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw place.wrong("attributes", "key=value pairs between semicolons", pair);
            }
            List<String> list = values.computeIfAbsent(pair.substring(0, equals), key -> new ArrayList<>(1));
            for (String value : pair.substring(equals + 1).split(",")) {
                list.add(decode(value));
            }
        }
        return new GffAttributes(values);
    }

    /** Reads {@code key "value"; key 1;}; a key may come more than once (GTF 2.2). */
    static GffAttributes ofGtf(GffLine.Place place, String text) {
        Map<String, List<String>> values = new HashMap<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ' ' || c == ';') {
                at++;
                continue;
            }
            int blank = text.indexOf(' ', at);
            if (blank < 0 || blank + 1 >= text.length()) {
                throw place.wrong("attributes", "key \"value\" pairs between semicolons", text.substring(at));
            }
            String key = text.substring(at, blank);
            boolean quoted = text.charAt(blank + 1) == '"';
            int from = quoted ? blank + 2 : blank + 1;
            int end = text.indexOf(quoted ? '"' : ';', from);
            if (end < 0 && quoted) {
                throw place.wrong("attributes", "a quote that closes the value of " + key, text.substring(at));
            }
            end = end < 0 ? text.length() : end;
            values.computeIfAbsent(key, name -> new ArrayList<>(1)).add(text.substring(from, end));
            at = end + 1;
        }
        return new GffAttributes(values);
    }

    Optional<String> first(String key) {
        return Optional.ofNullable(values.get(key)).map(list -> list.get(0)).filter(value -> !value.isEmpty());
    }

    List<String> all(String key) {
        return values.getOrDefault(key, List.of());
    }

    boolean mentions(String key, String text) {
        return all(key).stream().anyMatch(value -> value.contains(text));
    }

    private static String decode(String text) {
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
}
