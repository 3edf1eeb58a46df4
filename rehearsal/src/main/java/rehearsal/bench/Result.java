package rehearsal.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a benchmark found: figures, which of them were to be reached, and the lines of its plot. */
final class Result {

    private final String name;
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final List<Goal> goals = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private String xLabel = "round";
    private String yLabel = "requests per second";

    Result(String name) {
        this.name = name;
    }

    /** @param reached whether the figure is as good as the bound or better */
    record Goal(String figure, double measured, String bound, boolean reached) {}

    /** A line of the plot. */
    record Line(String label, List<double[]> points) {}

    Result figure(String figure, Object value) {
        figures.put(figure, value instanceof Double number ? rounded(number) : value);
        return this;
    }

    Result atLeast(String figure, double measured, double bound) {
        goals.add(new Goal(figure, rounded(measured), "at least " + bound, measured >= bound));
        return this;
    }

    Result atMost(String figure, double measured, double bound) {
        goals.add(new Goal(figure, rounded(measured), "at most " + bound, measured <= bound));
        return this;
    }

    Result axes(String x, String y) {
        xLabel = x;
        yLabel = y;
        return this;
    }

    Result line(String label, List<double[]> points) {
        lines.add(new Line(label, List.copyOf(points)));
        return this;
    }

    /** A line of one value per round, first round first. */
    Result rounds(String label, List<Double> values) {
        var points = new ArrayList<double[]>();
        values.forEach(value -> points.add(new double[]{ points.size() + 1.0, value }));
        return line(label, points);
    }

    static double rounded(double value) {
        return Math.abs(value) >= 100 ? Math.rint(value) : Math.rint(value * 1000) / 1000;
    }

    String name() {
        return name;
    }

    Map<String, Object> figures() {
        return figures;
    }

    List<Goal> goals() {
        return goals;
    }

    List<Line> lines() {
        return lines;
    }

    String xLabel() {
        return xLabel;
    }

    String yLabel() {
        return yLabel;
    }
}
