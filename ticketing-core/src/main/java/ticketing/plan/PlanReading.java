package ticketing.plan;

import java.util.List;

/** What came of reading a plan. */
sealed interface PlanReading {

    /** @param warnings what was not understood, and is kept only for the export */
    record Readable(Plan plan, List<Remark> warnings) implements PlanReading {}

    /** @param violations what cannot be placed */
    record Unreadable(List<Remark> violations) implements PlanReading {}
}
