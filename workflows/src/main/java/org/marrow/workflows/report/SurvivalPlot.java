package org.marrow.workflows.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.marrow.core.survival.CategorySurvival;
import org.marrow.core.survival.CohortValidation;
import org.marrow.core.survival.CurvePoint;
import org.marrow.core.survival.FollowUpUnit;
import org.marrow.core.survival.SurvivalCurve;
import org.marrow.variants.risk.scheme.RiskLanguage;
import org.marrow.workflows.report.SvgDrawing.Anchor;

/** Kaplan-Meier curves with their censored patients, and under them how many are still at risk. */
public final class SurvivalPlot {
    private static final double WIDTH = 870;
    private static final double LEFT = 168;
    private static final double RIGHT = 690;
    private static final double TOP = 22;
    private static final double BOTTOM = 372;
    private static final double ROW = 21;
    private static final double LABEL_GAP = 32;
    private static final double TICK = 3.5;

    /** The bands of more categories would hide each other. */
    private static final int MOST_BANDS = 3;

    /** A label this far from its curve's end, in pixels, is not tied to it by a line: such lines would cross. */
    private static final double NEAR = 40;

    /** Time steps that people read easily, in the axis's unit. */
    private static final double[] YEAR_STEPS = {0.25, 0.5, 1, 2, 5, 10, 20};

    private static final double[] MONTH_STEPS = {1, 2, 3, 6, 12};
    private static final int MOST_TICKS = 9;

    private static final String AXIS = "stroke=\"#333\" stroke-width=\"1\"";
    private static final String GRID = "stroke=\"#e3e3e3\" stroke-width=\"1\"";
    private static final String SMALL = "font-size=\"12\" fill=\"#444\"";

    private final CohortValidation validation;
    private final ReportTexts texts;
    private final List<Drawn> groups = new ArrayList<>();
    private final boolean inYears;
    private final double perTick;
    private final double end;

    private record Drawn(CategorySurvival group, CurveStyle style) {
        private String label(ReportTexts texts) {
            return texts.category(group.label());
        }
    }

    private SurvivalPlot(CohortValidation validation, ReportTexts texts) {
        this.validation = validation;
        this.texts = texts;
        List<CategorySurvival> categories = validation.categories();
        for (int i = 0; i < categories.size(); i++) {
            if (categories.get(i).patients() > 0) {
                groups.add(new Drawn(categories.get(i), CurveStyle.ofCategory(i, categories.size())));
            }
        }
        for (int i = 0; i < validation.open().size(); i++) {
            groups.add(new Drawn(validation.open().get(i), CurveStyle.ofOpen(i)));
        }
        double last = groups.stream()
                .mapToDouble(one -> one.group().curve().lastTime())
                .max()
                .orElse(0);
        double years = last / validation.settings().unit().perYear();
        this.inYears = years > 2;
        double span = inYears ? years : years * FollowUpUnit.MONTHS.perYear();
        this.perTick = step(span);
        // A cohort that ends on the first day still needs an axis.
        this.end = Math.max(perTick, span) * 1.005;
    }

    private double step(double span) {
        double[] steps = inYears ? YEAR_STEPS : MONTH_STEPS;
        for (double step : steps) {
            if (span / step <= MOST_TICKS) {
                return step;
            }
        }
        return steps[steps.length - 1];
    }

    /** The picture as a file of its own. */
    public static String standalone(CohortValidation validation, RiskLanguage language) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + inside(validation, ReportTexts.of(SurvivalReport.TEXTS, language), "survival");
    }

    /** The picture as a part of a page, in which {@code id} is unique. */
    static String inside(CohortValidation validation, ReportTexts texts, String id) {
        return new SurvivalPlot(validation, texts).draw(id);
    }

    private String draw(String id) {
        double height = BOTTOM + 84 + ROW * groups.size();
        SvgDrawing svg = new SvgDrawing(id, WIDTH, height, texts.text("plot.title"), texts.text("plot.description"));
        axes(svg);
        List<Drawn> categories = groups.stream()
                .filter(one -> !validation.open().contains(one.group()))
                .toList();
        if (categories.size() <= MOST_BANDS) {
            categories.forEach(one -> band(svg, one));
        }
        groups.forEach(one -> curve(svg, one));
        labels(svg);
        statistics(svg);
        numbersAtRisk(svg);
        return svg.finish();
    }

    private void axes(SvgDrawing svg) {
        for (int percent = 0; percent <= 100; percent += 20) {
            double y = y(percent / 100.0);
            svg.line(LEFT, y, RIGHT, y, percent == 0 ? AXIS : GRID);
            svg.text(LEFT - 8, y + 4.5, Anchor.END, SMALL, texts.percent(percent / 100.0, 0));
        }
        double middle = (TOP + BOTTOM) / 2;
        svg.text(
                LEFT - 58,
                middle,
                Anchor.MIDDLE,
                "transform=\"rotate(-90 " + SvgDrawing.pixels(LEFT - 58) + " " + SvgDrawing.pixels(middle) + ")\"",
                texts.text("plot.y"));
        for (double tick : ticks()) {
            double x = LEFT + (RIGHT - LEFT) * tick / end;
            svg.line(x, BOTTOM, x, BOTTOM + 5, AXIS);
            svg.text(x, BOTTOM + 19, Anchor.MIDDLE, SMALL, texts.number(tick, perTick < 0.5 ? 2 : perTick < 1 ? 1 : 0));
        }
        svg.line(LEFT, TOP, LEFT, BOTTOM, AXIS);
        svg.text(
                (LEFT + RIGHT) / 2,
                BOTTOM + 38,
                Anchor.MIDDLE,
                "",
                texts.text(inYears ? "plot.x.years" : "plot.x.months"));
    }

    private List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; i * perTick <= end; i++) {
            ticks.add(i * perTick);
        }
        return ticks;
    }

    private void band(SvgDrawing svg, Drawn one) {
        List<CurvePoint> points = one.group().curve().points().stream()
                .filter(point -> point.lower().isPresent() && point.upper().isPresent())
                .toList();
        if (points.isEmpty() || one.group().events() == 0) {
            return;
        }
        StringBuilder upper = new StringBuilder("M").append(at(0, 1));
        for (CurvePoint point : points) {
            upper.append('H').append(SvgDrawing.pixels(x(point.time())));
            upper.append('V').append(SvgDrawing.pixels(y(point.upper().orElseThrow())));
        }
        upper.append(lowerEdge(points)).append('Z');
        svg.path(upper, "fill=\"" + one.style().colour() + "\" fill-opacity=\"0.10\" stroke=\"none\"");
    }

    /** From the last point's lower bound back to the start. */
    private String lowerEdge(List<CurvePoint> points) {
        StringBuilder edge = new StringBuilder();
        for (CurvePoint point : points.reversed()) {
            edge.append('V').append(SvgDrawing.pixels(y(point.lower().orElseThrow())));
            edge.append('H').append(SvgDrawing.pixels(x(point.time())));
        }
        return edge.append('V').append(SvgDrawing.pixels(y(1))).toString();
    }

    private void curve(SvgDrawing svg, Drawn one) {
        SurvivalCurve curve = one.group().curve();
        StringBuilder path = new StringBuilder("M").append(at(0, 1));
        StringBuilder censored = new StringBuilder();
        for (CurvePoint point : curve.points()) {
            if (point.events() > 0) {
                path.append('H').append(SvgDrawing.pixels(x(point.time())));
                path.append('V').append(SvgDrawing.pixels(y(point.survival())));
            }
            if (point.censored() > 0) {
                double y = y(point.survival());
                censored.append('M').append(SvgDrawing.pixels(x(point.time())));
                censored.append(' ')
                        .append(SvgDrawing.pixels(y - TICK))
                        .append('V')
                        .append(SvgDrawing.pixels(y + TICK));
            }
        }
        path.append('H').append(SvgDrawing.pixels(x(curve.lastTime())));
        svg.path(path, one.style().stroke(2.2) + " stroke-linejoin=\"round\"");
        if (!censored.isEmpty()) {
            svg.path(censored, "fill=\"none\" stroke=\"" + one.style().colour() + "\" stroke-width=\"1.3\"");
        }
    }

    /** Beside the curves' ends, moved apart where they would lie on each other; of equal ends the longer curve is the upper one. */
    private void labels(SvgDrawing svg) {
        List<Drawn> byHeight = groups.stream()
                .sorted(Comparator.comparingDouble((Drawn one) -> -lastSurvival(one))
                        .thenComparingDouble(one -> -one.group().curve().lastTime()))
                .toList();
        double[] places = new double[byHeight.size()];
        for (int i = 0; i < places.length; i++) {
            double wished = y(lastSurvival(byHeight.get(i)));
            places[i] = i == 0 ? wished : Math.max(wished, places[i - 1] + LABEL_GAP);
        }
        double below = BOTTOM - 6;
        for (int i = places.length - 1; i >= 0; i--) {
            places[i] = Math.min(places[i], below);
            below = places[i] - LABEL_GAP;
        }
        for (int i = 0; i < places.length; i++) {
            Drawn one = byHeight.get(i);
            double fromX = x(one.group().curve().lastTime());
            double fromY = y(lastSurvival(one));
            if (RIGHT - fromX <= NEAR && Math.abs(fromY - places[i]) <= NEAR) {
                svg.line(
                        fromX + 2,
                        fromY,
                        RIGHT + 10,
                        places[i] - 3.5,
                        "stroke=\"" + one.style().colour() + "\" stroke-width=\"0.8\"");
            }
            svg.line(
                    RIGHT + 12,
                    places[i] - 3.5,
                    RIGHT + 38,
                    places[i] - 3.5,
                    one.style().stroke(2.2));
            svg.text(RIGHT + 44, places[i] + 1, Anchor.START, "font-weight=\"600\"", fitted(one.label(texts)));
            svg.text(
                    RIGHT + 44,
                    places[i] + 15,
                    Anchor.START,
                    SMALL,
                    texts.text("plot.label", one.group().patients(), one.group().events()));
        }
    }

    private void statistics(SvgDrawing svg) {
        List<String> lines = new ArrayList<>();
        validation
                .logRank()
                .flatMap(one -> one.test())
                .ifPresent(test -> lines.add(texts.text("plot.logRank", texts.p(test.pValue()))));
        validation
                .concordance()
                .ifPresent(one -> lines.add(texts.text("plot.concordance", texts.number(one.index(), 3))));
        for (int i = 0; i < lines.size(); i++) {
            // A white edge keeps the text readable over a curve.
            svg.text(
                    RIGHT - 8,
                    TOP + 17 + 17 * i,
                    Anchor.END,
                    "stroke=\"#fff\" stroke-width=\"4\" stroke-linejoin=\"round\" paint-order=\"stroke\"",
                    lines.get(i));
        }
    }

    private void numbersAtRisk(SvgDrawing svg) {
        double top = BOTTOM + 66;
        svg.text(8, top, Anchor.START, "font-weight=\"600\"", texts.text("plot.atRisk"));
        double y = top;
        for (Drawn one : groups) {
            y += ROW;
            svg.line(8, y - 4.5, 34, y - 4.5, one.style().stroke(2.2));
            svg.text(41, y, Anchor.START, SMALL, fitted(one.label(texts)));
            for (double tick : ticks()) {
                double x = LEFT + (RIGHT - LEFT) * tick / end;
                double time = tick * validation.settings().unit().perYear() / perAxisYear();
                svg.text(
                        x,
                        y,
                        Anchor.MIDDLE,
                        SMALL,
                        Integer.toString(one.group().curve().atRisk(time)));
            }
        }
    }

    /** As much of a name as there is room for beside the numbers. */
    private static String fitted(String label) {
        int most = 18;
        return label.length() <= most ? label : label.substring(0, label.offsetByCodePoints(0, most - 1)) + "…";
    }

    private static double lastSurvival(Drawn one) {
        List<CurvePoint> points = one.group().curve().points();
        return points.isEmpty() ? 1 : points.getLast().survival();
    }

    private double perAxisYear() {
        return inYears ? 1 : FollowUpUnit.MONTHS.perYear();
    }

    private double x(double time) {
        double onAxis = time / validation.settings().unit().perYear() * perAxisYear();
        return LEFT + (RIGHT - LEFT) * onAxis / end;
    }

    private static double y(double survival) {
        return BOTTOM - (BOTTOM - TOP) * survival;
    }

    private String at(double time, double survival) {
        return SvgDrawing.pixels(x(time)) + " " + SvgDrawing.pixels(y(survival));
    }
}
