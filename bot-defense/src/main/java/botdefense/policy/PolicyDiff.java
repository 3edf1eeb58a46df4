package botdefense.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/** What two policies do not have in common, value by value. */
final class PolicyDiff {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PolicyDiff() {}

    static List<Change> between(Policy before, Policy after) {
        var changes = new ArrayList<Change>();
        compare("", MAPPER.valueToTree(before), MAPPER.valueToTree(after), changes);
        return changes;
    }

    private static void compare(String at, JsonNode before, JsonNode after, List<Change> changes) {
        if (before.isObject() && after.isObject()) {
            var names = new TreeSet<String>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(at + "/" + name, before.path(name), after.path(name), changes));
        } else if (!before.equals(after)) {
            changes.add(new Change(at, shown(before), shown(after)));
        }
    }

    private static JsonNode shown(JsonNode node) {
        return node instanceof MissingNode ? null : node;
    }

    /** @param at a JSON pointer */
    record Change(String at, JsonNode before, JsonNode after) {}
}
