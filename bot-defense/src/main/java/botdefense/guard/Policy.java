package botdefense.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

import botdefense.Action;
import com.fasterxml.jackson.databind.ObjectMapper;
import contract.json.JsonRules;

/**
 * What each rule's finding weighs, and from how many points on a request is throttled.
 *
 * @param points       by rule
 * @param throttleFrom by action; an action that is not named is never throttled by score
 */
record Policy(int version, Map<String, Integer> points, Map<Action, Integer> throttleFrom) {

    private static final int MOST_POINTS = 100;

    Policy {
        check(version >= 1, "version must be at least 1");
        check(points.values().stream().allMatch(Policy::isPoints), "points must be 0 to 100");
        check(throttleFrom.values().stream().allMatch(from -> from >= 1 && isPoints(from)),
                "throttleFrom must be 1 to 100");
        points = Map.copyOf(points);
        throttleFrom = Map.copyOf(throttleFrom);
    }

    static Policy read(InputStream document) {
        try {
            return JsonRules.apply(new ObjectMapper()).readValue(document, Policy.class);
        } catch (IOException e) {
            throw new UncheckedIOException("policy is unreadable", e);
        }
    }

    int pointsOf(String rule) {
        return points.getOrDefault(rule, 0);
    }

    boolean throttles(Action action, int risk) {
        var from = throttleFrom.get(action);
        return from != null && risk >= from;
    }

    private static boolean isPoints(int value) {
        return value >= 0 && value <= MOST_POINTS;
    }

    private static void check(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("policy: " + rule);
        }
    }
}
