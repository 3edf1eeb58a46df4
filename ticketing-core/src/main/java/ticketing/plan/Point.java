package ticketing.plan;

/** A place on the plan, in the plan's units. */
record Point(double x, double y) {

    private static final double PRECISION = 100;

    /** Positions in the format nest: zone, row and seat add up. */
    Point plus(Point other) {
        return new Point(round(x + other.x), round(y + other.y));
    }

    private static double round(double value) {
        return Math.round(value * PRECISION) / PRECISION;
    }
}
