package ticketing.plan;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A seating plan as browsers draw it: all positions absolute, all labels ready to print. Seats stand in the order of
 * the imported document; a seat's index in that order is its position, on which availability relies.
 *
 * @param focalPoint where everybody wants to be near; null when the plan names none
 */
@JsonInclude(Include.NON_NULL)
record Plan(String name, Size size, Point focalPoint, List<Category> categories, List<Zone> zones) {

    Stream<Row> rows() {
        return zones.stream().flatMap(zone -> zone.rows().stream());
    }

    Stream<Seat> seats() {
        return rows().flatMap(row -> row.seats().stream());
    }

    Stream<Area> areasToStandIn() {
        return zones.stream().flatMap(zone -> zone.areas().stream()).filter(Area::isToStandIn);
    }

    /** How many are sold places of a category: its seats, and its room to stand. */
    int capacityOf(Category category) {
        return (int) seats().filter(seat -> seat.category().equals(category.id())).count()
                + areasToStandIn().filter(area -> area.category().equals(category.id())).mapToInt(Area::capacity).sum();
    }

    int areas() {
        return zones.stream().mapToInt(zone -> zone.areas().size()).sum();
    }

    /** The canvas, in the plan's units. */
    record Size(double width, double height) {}

    /** @param id the name as a slug, unique within the plan; also the id of the events' price categories */
    record Category(String id, String name, String color) {}

    record Zone(String id, String name, double x, double y, List<Row> rows, List<Area> areas) {}

    /** @param labels where the row's label is drawn: start, end, both or none */
    record Row(String label, String labels, List<Seat> seats) {}

    /** @param category the id of the seat's category */
    record Seat(String id, int position, String label, String number, double x, double y, double radius,
            String category, boolean accessible, boolean companion, boolean restrictedView) {}

    /**
     * Something drawn: a stage, a standing area.
     *
     * @param x      absolute; {@code form} is relative to it
     * @param name     what a place to stand here is called on a ticket; null where nobody stands
     * @param category the id of the category in which places to stand are sold; null where nobody stands
     * @param capacity how many may stand here; null where nobody stands
     * @param form   what the shape needs, as the format has it: polygon, rectangle, ellipse, circle; points relative
     */
    @JsonInclude(Include.NON_NULL)
    record Area(String id, String shape, double x, double y, double rotation, String color, String borderColor,
            JsonNode form, JsonNode text, String name, String category, Integer capacity) {

        @JsonIgnore
        boolean isToStandIn() {
            return capacity != null;
        }
    }
}
