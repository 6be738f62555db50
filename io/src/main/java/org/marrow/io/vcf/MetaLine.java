package org.marrow.io.vcf;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.marrow.core.error.FormatException;

/**
 * A structured meta line, {@code ##KEY=<a=b,c="d">}, taken apart.
 *
 * @param key such as {@code INFO}
 * @param attributes in their order; quotes and escapes removed
 */
record MetaLine(VcfLine place, String key, Map<String, Attribute> attributes) {

    /** A value and whether it stood in double quotes or square brackets. */
    record Attribute(String value, boolean quoted, boolean list) {}

    static MetaLine parse(VcfLine place, String key, String text) {
        if (!text.startsWith("<") || !text.endsWith(">")) {
            throw place.wrong("##" + key, "attributes between < and >", text);
        }
        return new MetaLine(place, key, new Scanner(place, key, text.substring(1, text.length() - 1)).attributes());
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(attributes.get(name)).map(Attribute::value);
    }

    /** The value of an attribute that must be there and not be empty. */
    String require(String name) {
        String value = value(name).orElseThrow(() -> place.wrong("##" + key, "the attribute " + name, "none"));
        if (value.isEmpty()) {
            throw place.wrong("##" + key, "a value of " + name, "an empty one");
        }
        return value;
    }

    /** The ID, which must be the first attribute. */
    String requireIdFirst() {
        String id = require("ID");
        String first = attributes.keySet().iterator().next();
        if (!first.equals("ID")) {
            throw place.wrong("##" + key, "ID as the first attribute", first);
        }
        return id;
    }

    /** A text that must stand in double quotes; it may be empty. */
    String requireQuoted(String name) {
        Attribute attribute = attributes.get(name);
        if (attribute == null || !attribute.quoted()) {
            throw place.wrong("##" + key, name + " in double quotes", attribute == null ? "none" : attribute.value());
        }
        return attribute.value();
    }

    /** Walks the text between the angle brackets. */
    private static final class Scanner {
        private final VcfLine place;
        private final String key;
        private final String text;
        private int at;

        Scanner(VcfLine place, String key, String text) {
            this.place = place;
            this.key = key;
            this.text = text;
        }

        Map<String, Attribute> attributes() {
            Map<String, Attribute> attributes = new LinkedHashMap<>();
            do {
                String name = name();
                if (attributes.put(name, value()) != null) {
                    throw wrong("each attribute once", name + " twice");
                }
            } while (comma());
            return attributes;
        }

        private String name() {
            int equals = text.indexOf('=', at);
            int comma = text.indexOf(',', at);
            if (equals < 0 || comma >= 0 && comma < equals) {
                throw wrong("name=value", text.substring(at));
            }
            // Some tools put a blank after the comma.
            String name = text.substring(at, equals).strip();
            if (!name.matches("[A-Za-z0-9_.-]+")) {
                throw wrong("the name of an attribute", name);
            }
            at = equals + 1;
            return name;
        }

        private Attribute value() {
            if (at < text.length() && text.charAt(at) == '"') {
                return quoted();
            }
            if (at < text.length() && text.charAt(at) == '[') {
                int end = text.indexOf(']', at);
                if (end < 0) {
                    throw wrong("a list that ends with ]", text.substring(at));
                }
                Attribute list = new Attribute(text.substring(at + 1, end), false, true);
                at = end + 1;
                return list;
            }
            int end = text.indexOf(',', at);
            int stop = end < 0 ? text.length() : end;
            Attribute plain = new Attribute(text.substring(at, stop), false, false);
            at = stop;
            return plain;
        }

        private Attribute quoted() {
            StringBuilder value = new StringBuilder();
            for (at++; at < text.length(); at++) {
                char c = text.charAt(at);
                if (c == '"') {
                    at++;
                    return new Attribute(value.toString(), true, false);
                }
                if (c == '\\'
                        && at + 1 < text.length()
                        && (text.charAt(at + 1) == '"' || text.charAt(at + 1) == '\\')) {
                    at++;
                }
                value.append(text.charAt(at));
            }
            throw wrong("a closing double quote", "the end of the line");
        }

        private boolean comma() {
            if (at == text.length()) {
                return false;
            }
            if (text.charAt(at) != ',') {
                throw wrong("a comma after a value (quotes inside quotes are written \\\")", text.substring(at));
            }
            at++;
            return true;
        }

        private FormatException wrong(String expected, String found) {
            return place.wrong("##" + key, expected, found);
        }
    }
}
