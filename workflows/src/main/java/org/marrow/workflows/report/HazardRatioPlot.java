package org.marrow.workflows.report;

import java.util.List;
import org.marrow.core.survival.HazardRatios;
import org.marrow.core.survival.HazardRatios.Ratio;
import org.marrow.workflows.report.SvgDrawing.Anchor;

/** Hazard ratios with their intervals on a logarithmic axis, a row a category. */
final class HazardRatioPlot {
    private static final double WIDTH = 700;
    private static final double LEFT = 170;
    private static final double RIGHT = 500;
    private static final double TOP = 10;
    private static final double ROW = 30;
    private static final double HALF = 5;

    /** Wider intervals are cut, with an arrow. */
    private static final double MOST = 100;

    private static final double[] TICKS = {0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100};
    private static final String SMALL = "font-size=\"12\" fill=\"#444\"";

    private final double low;
    private final double high;

    private HazardRatioPlot(List<Ratio> ratios) {
        double least = 0.5;
        double most = 2;
        for (Ratio ratio : ratios) {
            least = Math.min(least, ratio.lower().orElse(least));
            most = Math.max(most, ratio.upper().orElse(most));
        }
        this.low = Math.max(1 / MOST, least);
        this.high = Math.min(MOST, most);
    }

    /** @param styles of the ratios, in their order */
    static String draw(HazardRatios ratios, List<CurveStyle> styles, ReportTexts texts, String id) {
        return new HazardRatioPlot(ratios.ratios()).drawRows(ratios.ratios(), styles, texts, id);
    }

    private String drawRows(List<Ratio> ratios, List<CurveStyle> styles, ReportTexts texts, String id) {
        double bottom = TOP + ROW * ratios.size();
        SvgDrawing svg =
                new SvgDrawing(id, WIDTH, bottom + 46, texts.text("hazard.title"), texts.text("hazard.description"));
        for (double tick : TICKS) {
            if (tick >= low * 0.999 && tick <= high * 1.001) {
                svg.line(x(tick), TOP, x(tick), bottom, "stroke=\"" + (tick == 1 ? "#555" : "#e3e3e3") + "\"");
                svg.text(
                        x(tick),
                        bottom + 17,
                        Anchor.MIDDLE,
                        SMALL,
                        texts.number(tick, tick < 0.1 ? 2 : tick < 1 ? 1 : 0));
            }
        }
        svg.text((LEFT + RIGHT) / 2, bottom + 38, Anchor.MIDDLE, "", texts.text("hazard.axis"));
        for (int i = 0; i < ratios.size(); i++) {
            Ratio ratio = ratios.get(i);
            CurveStyle style = styles.get(i);
            double y = TOP + ROW * (i + 0.5);
            svg.text(LEFT - 16, y + 4.5, Anchor.END, "", texts.category(ratio.category()));
            if (ratio.lower().isPresent() && ratio.upper().isPresent()) {
                interval(svg, ratio.lower().getAsDouble(), ratio.upper().getAsDouble(), y, style);
            }
            if (ratio.ratio().isPresent()) {
                double x = x(ratio.ratio().getAsDouble());
                svg.path(
                        "M" + SvgDrawing.pixels(x - HALF) + " " + SvgDrawing.pixels(y - HALF) + "h10v10h-10Z",
                        "fill=\"" + style.colour() + "\"");
            }
            svg.text(RIGHT + 24, y + 4.5, Anchor.START, "", words(ratio, texts));
        }
        return svg.finish();
    }

    private void interval(SvgDrawing svg, double lower, double upper, double y, CurveStyle style) {
        String stroke = "fill=\"none\" stroke=\"" + style.colour() + "\" stroke-width=\"2\"";
        svg.line(x(lower), y, x(upper), y, stroke);
        String from = SvgDrawing.pixels(y - 4);
        if (lower >= low) {
            svg.path("M" + SvgDrawing.pixels(x(lower)) + " " + from + "v8", stroke);
        } else {
            svg.path("M" + SvgDrawing.pixels(LEFT + 6) + " " + from + "l-6 4l6 4", stroke);
        }
        if (upper <= high) {
            svg.path("M" + SvgDrawing.pixels(x(upper)) + " " + from + "v8", stroke);
        } else {
            svg.path("M" + SvgDrawing.pixels(RIGHT - 6) + " " + from + "l6 4l-6 4", stroke);
        }
    }

    static String words(Ratio ratio, ReportTexts texts) {
        if (ratio.ratio().isEmpty()) {
            return texts.text("hazard.noEvent");
        }
        if (ratio.lower().isEmpty()) {
            return texts.text("hazard.reference");
        }
        return texts.text(
                "valueWithInterval",
                texts.number(ratio.ratio().getAsDouble(), 2),
                texts.interval(ratio.lower(), ratio.upper(), 2));
    }

    private double x(double ratio) {
        double within = Math.max(low, Math.min(high, ratio));
        return LEFT + (RIGHT - LEFT) * Math.log(within / low) / Math.log(high / low);
    }
}
