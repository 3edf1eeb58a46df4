package rehearsal.bench;

import java.util.List;
import java.util.Locale;

/** Draws the lines of a result as SVG, with nothing but text. */
final class Plot {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 400;
    private static final int LEFT = 80;
    private static final int RIGHT = 20;
    private static final int TOP = 44;
    private static final int BOTTOM = 56;
    private static final int TICKS = 5;
    /** Apart also for those who see no red or green, and in print. */
    private static final List<String> COLOURS = List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9");

    private final Result result;
    private final double lowX;
    private final double highX;
    private final double highY;

    private Plot(Result result) {
        this.result = result;
        var points = result.lines().stream().flatMap(line -> line.points().stream()).toList();
        this.lowX = points.stream().mapToDouble(point -> point[0]).min().orElse(0);
        this.highX = Math.max(lowX + 1e-9, points.stream().mapToDouble(point -> point[0]).max().orElse(1));
        this.highY = Math.max(1e-9, points.stream().mapToDouble(point -> point[1]).max().orElse(1)) * 1.08;
    }

    static String of(Result result) {
        return new Plot(result).draw();
    }

    private String draw() {
        var svg = new StringBuilder();
        svg.append(("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' font-family='sans-serif' "
                + "font-size='12'>%n<rect width='100%%' height='100%%' fill='white'/>%n").formatted(WIDTH, HEIGHT));
        text(svg, LEFT, 24, "start", result.name());
        text(svg, (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 14, "middle", result.xLabel());
        svg.append("<text transform='translate(16 %d) rotate(-90)' text-anchor='middle'>%s</text>%n"
                .formatted((TOP + HEIGHT - BOTTOM) / 2, escape(result.yLabel())));
        for (var i = 0; i <= TICKS; i++) {
            tick(svg, i / (double) TICKS);
        }
        for (var i = 0; i < result.lines().size(); i++) {
            line(svg, i);
        }
        return svg.append("</svg>\n").toString();
    }

    private void tick(StringBuilder svg, double share) {
        var y = y(highY * share);
        svg.append(format("<line x1='%d' x2='%d' y1='%.1f' y2='%.1f' stroke='#ddd'/>%n", LEFT, WIDTH - RIGHT, y, y));
        text(svg, LEFT - 6, y + 4, "end", number(highY * share));
        var value = lowX + (highX - lowX) * share;
        text(svg, x(value), HEIGHT - BOTTOM + 18.0, "middle", number(value));
    }

    private void line(StringBuilder svg, int index) {
        var line = result.lines().get(index);
        var colour = COLOURS.get(index % COLOURS.size());
        var path = new StringBuilder();
        line.points().forEach(point -> path.append(format("%.1f,%.1f ", x(point[0]), y(point[1]))));
        svg.append("<polyline fill='none' stroke='%s' stroke-width='2' points='%s'/>%n".formatted(colour,
                path.toString().strip()));
        var labelX = LEFT + 150.0 + index * 190;
        svg.append(format("<rect x='%.0f' y='14' width='10' height='10' fill='%s'/>%n", labelX, colour));
        text(svg, labelX + 15, 24, "start", line.label());
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
        svg.append(format("<text x='%.1f' y='%.1f' text-anchor='%s'>%s</text>%n", x, y, anchor, escape(text)));
    }

    private double x(double value) {
        return LEFT + (value - lowX) / (highX - lowX) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - value / highY * (HEIGHT - TOP - BOTTOM);
    }

    private static String number(double value) {
        return Math.abs(value) >= 10 ? format("%,.0f", value) : format("%.2f", value);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
