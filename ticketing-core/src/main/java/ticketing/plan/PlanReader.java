package ticketing.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import ticketing.plan.Plan.Area;
import ticketing.plan.Plan.Category;
import ticketing.plan.Plan.Row;
import ticketing.plan.Plan.Seat;
import ticketing.plan.Plan.Zone;

/**
 * Reads a plan in the shape of pretix's seating-plan JSON. Lenient: it refuses only what it cannot place, and reports
 * what it does not understand. One reader reads one plan.
 */
final class PlanReader {

    private static final int MOST_SEATS = 200_000;
    private static final double SEAT_RADIUS = 10;
    private static final String GREY = "#8d99ae";
    private static final String COLOR = "#[0-9a-fA-F]{6}";
    private static final Set<String> PLAN = Set.of("name", "categories", "zones", "size", "focal_point");
    private static final Set<String> CATEGORY = Set.of("name", "color");
    private static final Set<String> ZONE = Set.of("name", "zone_id", "uuid", "position", "rows", "areas");
    private static final Set<String> ROW = Set.of("row_number", "row_label", "seat_label", "row_number_position",
            "uuid", "position", "seats");
    private static final Set<String> SEAT = Set.of("seat_guid", "seat_number", "uuid", "position", "category", "radius",
            "start_direction", "wheelchair", "accessible", "companion", "restricted_view");

    private final Remarks warnings = new Remarks();
    private final Remarks violations = new Remarks();
    private final Map<String, Category> categories = new LinkedHashMap<>();
    private final Set<String> guids = new HashSet<>();
    private final Set<String> areaIds = new HashSet<>();
    private int seats;

    private PlanReader() {}

    static PlanReading read(JsonNode root) {
        return new PlanReader().plan(root);
    }

    private PlanReading plan(JsonNode root) {
        if (!root.isObject()) {
            return new PlanReading.Unreadable(List.of(new Remark("", "must be an object")));
        }
        var fields = new Fields(root, "", warnings);
        fields.expect(PLAN);
        readCategories(fields);
        var plan = new Plan(fields.text("name").orElse("Seating plan"), size(fields), focalPoint(fields),
                List.copyOf(categories.values()), each(fields, "zones").map(this::zone).toList());
        if (seats == 0 && plan.areas() == 0) {
            violations.add("/zones", "a plan needs at least one seat or one area");
        }
        if (seats + (long) plan.areasToStandIn().mapToInt(Area::capacity).sum() > MOST_SEATS) {
            violations.add("/zones", "a plan has at most %d seats and places to stand".formatted(MOST_SEATS));
        }
        return violations.isEmpty()
                ? new PlanReading.Readable(plan, warnings.list())
                : new PlanReading.Unreadable(violations.list());
    }

    private Plan.Size size(Fields plan) {
        var size = new Fields(plan.object("size"), plan.at("size"), warnings);
        return new Plan.Size(size.number("width", 1000), size.number("height", 1000));
    }

    private Point focalPoint(Fields plan) {
        var point = plan.object("focal_point");
        if (!point.isObject()) {
            return null;
        }
        var fields = new Fields(point, plan.at("focal_point"), warnings);
        return new Point(fields.number("x", 0), fields.number("y", 0));
    }

    private void readCategories(Fields plan) {
        var slugs = new HashSet<String>();
        each(plan, "categories").forEach(fields -> {
            fields.expect(CATEGORY);
            var name = fields.text("name");
            if (name.isEmpty()) {
                violations.add(fields.at("name"), "a category needs a name");
            } else if (categories.containsKey(name.get())) {
                violations.add(fields.at("name"), "this category is declared twice");
            } else {
                var slug = Slug.of(name.get(), slugs);
                slugs.add(slug);
                categories.put(name.get(), new Category(slug, name.get(), color(fields, "color", GREY)));
            }
        });
    }

    private Zone zone(Fields fields) {
        fields.expect(ZONE);
        var id = fields.text("zone_id").or(() -> fields.text("name")).or(() -> fields.text("uuid"))
                .orElse("Zone");
        var name = fields.text("name").orElse(id);
        var origin = fields.position();
        var rows = each(fields, "rows").map(row -> row(row, name, origin)).toList();
        var areas = each(fields, "areas").map(area -> area(area, name, origin)).toList();
        return new Zone(id, name, origin.x(), origin.y(), rows, List.<Area>copyOf(areas));
    }

    /** Our addition to the format: with a capacity and a category, people may stand there. */
    private Area area(Fields fields, String zone, Point zoneOrigin) {
        var capacity = (int) fields.number("capacity", 0);
        var name = fields.text("name").orElse(zone);
        if (capacity <= 0) {
            return AreaReader.read(fields, zoneOrigin, Optional.empty());
        }
        var area = AreaReader.read(fields, zoneOrigin,
                Optional.of(new AreaReader.Standing(name, category(fields).id(), capacity)));
        if (!areaIds.add(area.id())) {
            violations.add(fields.at("uuid"), "another area has this uuid");
        }
        return area;
    }

    private Row row(Fields fields, String zone, Point zoneOrigin) {
        fields.expect(ROW);
        var number = fields.text("row_number").orElse("");
        var label = fields.text("row_label").map(pattern -> pattern.replace("%s", number)).orElse(number);
        var origin = zoneOrigin.plus(fields.position());
        var place = label.isEmpty() ? zone : "%s, row %s".formatted(zone, label);
        var seatLabel = fields.text("seat_label").orElse("%s");
        var row = new ArrayList<Seat>();
        for (var i = 0; i < fields.list("seats").size(); i++) {
            row.add(seat(fields.child("seats", i), i + 1, origin, place, seatLabel));
        }
        return new Row(label, fields.text("row_number_position").orElse("none"), List.copyOf(row));
    }

    private Seat seat(Fields fields, int nth, Point rowOrigin, String place, String seatLabel) {
        fields.expect(SEAT);
        var guid = fields.text("seat_guid").orElse("");
        if (guid.isEmpty()) {
            violations.add(fields.at("seat_guid"), "a seat needs a seat_guid");
        } else if (!guids.add(guid)) {
            violations.add(fields.at("seat_guid"), "another seat has this seat_guid");
        }
        var category = category(fields);
        var number = seatLabel.replace("%s", fields.text("seat_number").orElse(Integer.toString(nth)));
        var at = rowOrigin.plus(fields.position());
        return new Seat(guid, seats++, "%s, seat %s".formatted(place, number), number, at.x(), at.y(),
                fields.number("radius", SEAT_RADIUS), category.id(), accessible(fields, category),
                fields.flag("companion"),
                fields.flag("restricted_view"));
    }

    private Category category(Fields seat) {
        var name = seat.text("category").orElse("");
        var category = categories.get(name);
        if (category == null) {
            violations.add(seat.at("category"), name.isEmpty()
                    ? "whoever sits or stands needs a category"
                    : "the category is not declared");
            return new Category("", name, GREY);
        }
        return category;
    }

    /** The format knows no accessible seats. Plans in the wild flag them, or keep a category of their own for them. */
    private static boolean accessible(Fields seat, Category category) {
        var flagged = seat.flag("wheelchair") | seat.flag("accessible");
        return flagged || category.id().contains("wheelchair") || category.id().contains("accessible");
    }

    static String color(Fields fields, String field, String otherwise) {
        return fields.text(field).filter(color -> color.matches(COLOR)).orElse(otherwise);
    }

    private static java.util.stream.Stream<Fields> each(Fields fields, String list) {
        return IntStream.range(0, fields.list(list).size()).mapToObj(i -> fields.child(list, i));
    }
}
