package ticketing.sales;

import java.time.Duration;

/** How long an interval of a series is, and how much of the sale such a series may show at once. */
enum Step {

    MINUTE(Duration.ofDays(7)), HOUR(Duration.ofDays(92)), DAY(Duration.ofDays(3 * 366));

    private final Duration longestSpan;

    Step(Duration longestSpan) {
        this.longestSpan = longestSpan;
    }

    Duration longestSpan() {
        return longestSpan;
    }
}
