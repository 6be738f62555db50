package org.marrow.workflows.report;

import java.util.List;

/**
 * How a group is drawn: by a colour, a kind of line and a mark at once, so that it is known without colour too. Colours are Okabe and
 * Ito's, which people with any kind of colour vision can tell apart.
 *
 * @param colour as SVG writes it
 * @param dashes as SVG writes them; empty for a whole line
 * @param mark number of the mark's shape
 */
record CurveStyle(String colour, String dashes, int mark) {
    private static final String SKY = "#56b4e9";
    private static final String BLUE = "#0072b2";
    private static final String GREEN = "#009e73";
    private static final String ORANGE = "#e69f00";
    private static final String VERMILLION = "#d55e00";
    private static final String PURPLE = "#aa4499";

    /** From the favourable to the adverse, as far apart as their number allows. */
    private static final List<List<String>> COLOURS = List.of(
            List.of(BLUE),
            List.of(BLUE, VERMILLION),
            List.of(BLUE, ORANGE, VERMILLION),
            List.of(BLUE, GREEN, ORANGE, VERMILLION),
            List.of(BLUE, GREEN, ORANGE, VERMILLION, PURPLE),
            List.of(SKY, BLUE, GREEN, ORANGE, VERMILLION, PURPLE));

    private static final List<String> DASHES =
            List.of("", "9 3", "12 3 3 3", "3 2.5", "6 2", "1.5 2.5", "14 3 3 3 3 3");
    private static final String OPEN_COLOUR = "#5a5a5a";
    private static final List<String> OPEN_DASHES = List.of("1.5 3.5", "5 5", "1.5 2 5 2", "8 6");

    static final int MARKS = 5;

    /** The style of a category, by its place among all. */
    static CurveStyle ofCategory(int place, int categories) {
        List<String> colours = COLOURS.get(Math.min(categories, COLOURS.size()) - 1);
        return new CurveStyle(colours.get(place % colours.size()), DASHES.get(place % DASHES.size()), place % MARKS);
    }

    /** The style of patients without a category: grey. */
    static CurveStyle ofOpen(int place) {
        return new CurveStyle(OPEN_COLOUR, OPEN_DASHES.get(place % OPEN_DASHES.size()), MARKS - 1);
    }

    String stroke(double width) {
        String dashed = dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\"";
        return "fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"" + SvgDrawing.pixels(width) + "\"" + dashed;
    }
}
