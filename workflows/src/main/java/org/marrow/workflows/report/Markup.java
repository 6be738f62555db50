package org.marrow.workflows.report;

/** Text inside HTML and SVG. */
final class Markup {
    private Markup() {}

    /** The text with every letter that markup would take for its own written as an entity. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(letter -> {
            switch (letter) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                // Letters that XML 1.0 has no way to write.
                case 0xFFFE, 0xFFFF -> escaped.append('\uFFFD');
                default -> {
                    boolean control = letter < 0x20 && letter != '\t' && letter != '\n';
                    boolean half = letter >= 0xD800 && letter <= 0xDFFF;
                    escaped.appendCodePoint(control || half ? 0xFFFD : letter);
                }
            }
        });
        return escaped.toString();
    }
}
