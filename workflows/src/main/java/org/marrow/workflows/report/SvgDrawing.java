package org.marrow.workflows.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes SVG elements; coordinates in pixels to the hundredth, the same bytes everywhere, all text escaped. */
final class SvgDrawing {
    private final StringBuilder out = new StringBuilder();

    /** Where a text stands to its place. */
    enum Anchor {
        START("start"),
        MIDDLE("middle"),
        END("end");

        private final String name;

        Anchor(String name) {
            this.name = name;
        }
    }

    /**
     * Begins a picture.
     *
     * @param id unique in its page; title and description hang on it
     * @param title read out by screen readers
     */
    SvgDrawing(String id, double width, double height, String title, String description) {
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(pixels(width))
                .append(' ')
                .append(pixels(height))
                .append("\" width=\"")
                .append(pixels(width))
                .append("\" height=\"")
                .append(pixels(height))
                .append("\" role=\"img\" aria-labelledby=\"")
                .append(id)
                .append("-title ")
                .append(id)
                .append("-desc\" font-family=\"system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif\" font-size=\"13\"")
                .append(" fill=\"#1a1a1a\">\n<title id=\"")
                .append(id)
                .append("-title\">")
                .append(Markup.escape(title))
                .append("</title>\n<desc id=\"")
                .append(id)
                .append("-desc\">")
                .append(Markup.escape(description))
                .append("</desc>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
    }

    SvgDrawing line(double x1, double y1, double x2, double y2, String style) {
        out.append("<line x1=\"").append(pixels(x1)).append("\" y1=\"").append(pixels(y1));
        out.append("\" x2=\"").append(pixels(x2)).append("\" y2=\"").append(pixels(y2));
        return end(style);
    }

    SvgDrawing path(CharSequence data, String style) {
        out.append("<path d=\"").append(data);
        return end(style);
    }

    SvgDrawing text(double x, double y, Anchor anchor, String style, String text) {
        out.append("<text x=\"").append(pixels(x)).append("\" y=\"").append(pixels(y));
        out.append("\" text-anchor=\"").append(anchor.name).append('"');
        if (!style.isEmpty()) {
            out.append(' ').append(style);
        }
        out.append('>').append(Markup.escape(text)).append("</text>\n");
        return this;
    }

    String finish() {
        return out + "</svg>\n";
    }

    private SvgDrawing end(String style) {
        out.append("\" ").append(style).append("/>\n");
        return this;
    }

    /** A coordinate to the hundredth of a pixel. */
    static String pixels(double value) {
        String text = BigDecimal.valueOf(value)
                .setScale(2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
        return text.equals("-0") ? "0" : text;
    }
}
