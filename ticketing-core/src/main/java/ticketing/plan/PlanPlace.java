package ticketing.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A place that can be sold: a seat, or one of the places to stand in an area.
 *
 * @param nearness to the focal point; empty when the plan names none, or where people stand
 * @param area     the area to stand in; empty for a seat
 */
record PlanPlace(Plan.Seat seat, String zone, String row, Optional<Nearness> nearness, Optional<String> area) {

    /**
     * How good a seat is.
     *
     * @param preference lower is better: the rows by their nearest seat, the seats of a row together
     * @param remoteness from the focal point, in the plan's units
     */
    record Nearness(int preference, double remoteness) {}

    /** All places of a plan in the order of their position, those to stand behind the seats. */
    static List<PlanPlace> of(Plan plan) {
        var places = new ArrayList<PlanPlace>();
        for (var zone : plan.zones()) {
            for (var row : zone.rows()) {
                row.seats().forEach(seat -> places.add(new PlanPlace(seat, zone.name(), row.label(), Optional.empty(),
                        Optional.empty())));
            }
        }
        var ranked = Optional.ofNullable(plan.focalPoint()).map(focus -> ranked(plan, places, focus)).orElse(places);
        plan.areasToStandIn().forEach(area -> IntStream.rangeClosed(1, area.capacity())
                .forEach(number -> ranked.add(toStand(area, number, ranked.size()))));
        return ranked;
    }

    private static ArrayList<PlanPlace> ranked(Plan plan, List<PlanPlace> places, Point focus) {
        var rows = plan.rows().filter(row -> !row.seats().isEmpty())
                .sorted(Comparator.comparingDouble((Plan.Row row) -> row.seats().stream()
                        .mapToDouble(seat -> remoteness(seat, focus)).min().orElseThrow()))
                .toList();
        var preferences = new int[places.size()];
        var next = 0;
        for (var row : rows) {
            for (var seat : row.seats()) {
                preferences[seat.position()] = next++;
            }
        }
        var ranked = new ArrayList<PlanPlace>();
        places.forEach(place -> ranked.add(new PlanPlace(place.seat(), place.zone(), place.row(),
                Optional.of(new Nearness(preferences[place.seat().position()], remoteness(place.seat(), focus))),
                Optional.empty())));
        return ranked;
    }

    private static double remoteness(Plan.Seat seat, Point focus) {
        return Math.hypot(seat.x() - focus.x(), seat.y() - focus.y());
    }

    private static PlanPlace toStand(Plan.Area area, int number, int position) {
        var seat = new Plan.Seat(area.id() + "/" + number, position, "%s, standing, no. %d".formatted(area.name(),
                number), Integer.toString(number), area.x(), area.y(), 0, area.category(), false, false, false);
        return new PlanPlace(seat, area.name(), "", Optional.empty(), Optional.of(area.id()));
    }
}
