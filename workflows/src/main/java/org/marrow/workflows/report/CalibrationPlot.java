package org.marrow.workflows.report;

import java.util.List;
import org.marrow.core.survival.Calibration;
import org.marrow.core.survival.SurvivalAt;
import org.marrow.workflows.report.SvgDrawing.Anchor;

/** Predicted against observed survival, a mark a category; on the diagonal they agree. */
final class CalibrationPlot {
    private static final double LEFT = 66;
    private static final double TOP = 18;
    private static final double SIDE = 330;
    private static final double KEY = 190;
    private static final double ROW = 24;
    private static final double HALF = 5.5;
    private static final String AXIS = "stroke=\"#333\" stroke-width=\"1\"";
    private static final String GRID = "stroke=\"#e3e3e3\" stroke-width=\"1\"";
    private static final String SMALL = "font-size=\"12\" fill=\"#444\"";

    private CalibrationPlot() {}

    /** @param styles of the points, in their order */
    static String draw(Calibration calibration, List<CurveStyle> styles, ReportTexts texts, String id) {
        SvgDrawing svg = new SvgDrawing(
                id,
                LEFT + SIDE + KEY + 30,
                TOP + SIDE + 52,
                texts.text("calibration.title", texts.shortNumber(calibration.years())),
                texts.text("calibration.description"));
        for (int percent = 0; percent <= 100; percent += 20) {
            double share = percent / 100.0;
            String label = texts.percent(share, 0);
            svg.line(LEFT, y(share), LEFT + SIDE, y(share), percent == 0 ? AXIS : GRID);
            svg.line(x(share), TOP, x(share), TOP + SIDE, percent == 0 ? AXIS : GRID);
            svg.text(LEFT - 8, y(share) + 4.5, Anchor.END, SMALL, label);
            svg.text(x(share), TOP + SIDE + 18, Anchor.MIDDLE, SMALL, label);
        }
        svg.line(x(0), y(0), x(1), y(1), "stroke=\"#777\" stroke-width=\"1.2\" stroke-dasharray=\"4 4\"");
        svg.text(LEFT + SIDE / 2, TOP + SIDE + 40, Anchor.MIDDLE, "", texts.text("calibration.x"));
        double middle = TOP + SIDE / 2;
        svg.text(
                18,
                middle,
                Anchor.MIDDLE,
                "transform=\"rotate(-90 18 " + SvgDrawing.pixels(middle) + ")\"",
                texts.text("calibration.y"));
        List<Calibration.Point> points = calibration.points();
        for (int i = 0; i < points.size(); i++) {
            Calibration.Point point = points.get(i);
            CurveStyle style = styles.get(i);
            double row = TOP + 14 + ROW * i;
            mark(svg, LEFT + SIDE + 26, row - 4, style);
            svg.text(LEFT + SIDE + 40, row, Anchor.START, "", texts.category(point.category()));
            point.observed().ifPresent(observed -> point(svg, point.predicted(), observed, style));
        }
        return svg.finish();
    }

    private static void point(SvgDrawing svg, double predicted, SurvivalAt observed, CurveStyle style) {
        if (observed.lower().isPresent() && observed.upper().isPresent()) {
            svg.line(
                    x(predicted),
                    y(observed.lower().getAsDouble()),
                    x(predicted),
                    y(observed.upper().getAsDouble()),
                    "stroke=\"" + style.colour() + "\" stroke-width=\"1.6\"");
        }
        mark(svg, x(predicted), y(observed.survival()), style);
    }

    /** Circle, square, triangle, diamond, cross: told apart without colour. */
    private static void mark(SvgDrawing svg, double x, double y, CurveStyle style) {
        String fill = "fill=\"" + style.colour() + "\" stroke=\"#fff\" stroke-width=\"1\"";
        switch (style.mark()) {
            case 0 -> svg.path("M" + at(x - HALF, y) + "a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0 -11 0Z", fill);
            case 1 -> svg.path("M" + at(x - HALF, y - HALF) + "h11v11h-11Z", fill);
            case 2 ->
                svg.path(
                        "M" + at(x, y - HALF - 1) + "L" + at(x + HALF + 1, y + HALF) + "L" + at(x - HALF - 1, y + HALF)
                                + "Z",
                        fill);
            case 3 ->
                svg.path(
                        "M" + at(x, y - HALF - 1.5) + "L" + at(x + HALF + 1.5, y) + "L" + at(x, y + HALF + 1.5) + "L"
                                + at(x - HALF - 1.5, y) + "Z",
                        fill);
            default ->
                svg.path(
                        "M" + at(x - HALF, y - HALF) + "L" + at(x + HALF, y + HALF) + "M" + at(x - HALF, y + HALF) + "L"
                                + at(x + HALF, y - HALF),
                        "fill=\"none\" stroke=\"" + style.colour() + "\" stroke-width=\"2.4\"");
        }
    }

    private static String at(double x, double y) {
        return SvgDrawing.pixels(x) + " " + SvgDrawing.pixels(y);
    }

    private static double x(double share) {
        return LEFT + SIDE * share;
    }

    private static double y(double share) {
        return TOP + SIDE * (1 - share);
    }
}
