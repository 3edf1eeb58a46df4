package ticketing.plan;

import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import ticketing.plan.Plan.Area;

/** Reads what is drawn besides seats: stages, standing areas, texts. */
final class AreaReader {

    private static final Set<String> AREA = Set.of("shape", "color", "border_color", "rotation", "position", "uuid",
            "polygon", "rectangle", "ellipse", "circle", "text", "name", "category", "capacity");
    private static final Set<String> SHAPES = Set.of("polygon", "rectangle", "ellipse", "circle", "text");
    private static final String LIGHT = "#dddddd";
    private static final String DARK = "#333333";

    private AreaReader() {}

    /** What an area needs in which people stand. */
    record Standing(String name, String category, int capacity) {}

    static Area read(Fields fields, Point zoneOrigin, Optional<Standing> standing) {
        fields.expect(AREA);
        var at = zoneOrigin.plus(fields.position());
        var shape = fields.text("shape").filter(SHAPES::contains).orElse("text");
        return new Area(fields.text("uuid").orElse(fields.at()), shape, at.x(), at.y(), fields.number("rotation", 0),
                PlanReader.color(fields, "color", LIGHT), PlanReader.color(fields, "border_color", DARK),
                present(fields.object(shape)), present(fields.object("text")),
                standing.map(Standing::name).orElse(null), standing.map(Standing::category).orElse(null),
                standing.map(Standing::capacity).orElse(null));
    }

    private static JsonNode present(JsonNode node) {
        return node.isObject() ? node : null;
    }
}
