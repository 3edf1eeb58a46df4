package ticketing.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Numbers for the values of one facet, so that counting a hundred thousand events is counting in an array. Values that
 * differ in capitals only are one value, spelled as the first of its spellings in the order of characters: then all
 * instances spell it alike, whichever they saw first. Numbers are never taken back.
 */
final class FacetNames {

    /** No event has this value. */
    static final int UNKNOWN = -1;

    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private final List<String> names = new ArrayList<>();

    synchronized int number(String name) {
        var key = key(name);
        var known = numbers.get(key);
        if (known != null) {
            names.set(known, name.compareTo(names.get(known)) < 0 ? name : names.get(known));
            return known;
        }
        names.add(name);
        numbers.put(key, names.size() - 1);
        return names.size() - 1;
    }

    int find(String name) {
        return numbers.getOrDefault(key(name), UNKNOWN);
    }

    /** By their numbers. */
    synchronized String[] all() {
        return names.toArray(String[]::new);
    }

    synchronized int size() {
        return names.size();
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
