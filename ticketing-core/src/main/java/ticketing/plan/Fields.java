package ticketing.plan;

import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * One object of an imported plan, read leniently: what is missing or of the wrong type becomes a default and a
 * warning, what is unknown a warning.
 */
final class Fields {

    private final JsonNode node;
    private final String at;
    private final Remarks warnings;

    Fields(JsonNode node, String at, Remarks warnings) {
        this.node = node;
        this.at = at;
        this.warnings = warnings;
    }

    String at() {
        return at;
    }

    String at(String field) {
        return at + "/" + field.replace("~", "~0").replace("/", "~1");
    }

    void expect(Set<String> known) {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                warnings.add(at(name), "not understood; kept for the export");
            }
        });
    }

    Optional<String> text(String field) {
        var value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (value.isContainerNode()) {
            warnings.add(at(field), "must be a text; ignored");
            return Optional.empty();
        }
        return Optional.of(value.asText().strip()).filter(text -> !text.isEmpty());
    }

    double number(String field, double otherwise) {
        var value = node.path(field);
        if (value.isNumber() && Double.isFinite(value.doubleValue())) {
            return value.doubleValue();
        }
        if (!value.isMissingNode() && !value.isNull()) {
            warnings.add(at(field), "must be a number; %s is used".formatted(otherwise));
        }
        return otherwise;
    }

    boolean flag(String field) {
        var value = node.path(field);
        if (!value.isMissingNode() && !value.isNull() && !value.isBoolean()) {
            warnings.add(at(field), "must be true or false; ignored");
        }
        return value.isBoolean() && value.booleanValue();
    }

    Point position() {
        var position = node.path("position");
        if (!position.isObject()) {
            warnings.add(at("position"), "missing; 0, 0 is used");
            return new Point(0, 0);
        }
        var fields = new Fields(position, at("position"), warnings);
        return new Point(fields.number("x", 0), fields.number("y", 0));
    }

    /** The elements of a list; none, with a warning, when it is no list. */
    JsonNode list(String field) {
        var value = node.path(field);
        if (value.isArray()) {
            return value;
        }
        if (!value.isMissingNode() && !value.isNull()) {
            warnings.add(at(field), "must be a list; ignored");
        }
        return JsonNodeFactory.instance.arrayNode();
    }

    JsonNode object(String field) {
        return node.path(field);
    }

    Fields child(String field, int index) {
        return new Fields(node.path(field).path(index), at(field) + "/" + index, warnings);
    }
}
