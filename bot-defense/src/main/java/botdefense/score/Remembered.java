package botdefense.score;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** What was read from texts that clients repeat. Bounded: what was asked for longest ago is read anew. */
final class Remembered<T> {

    private final Function<String, T> reader;
    private final Map<String, T> known;

    Remembered(int most, Function<String, T> reader) {
        this.reader = reader;
        known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {

            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > most;
            }
        });
    }

    T of(String text) {
        var found = known.get(text);
        if (found == null) {
            found = reader.apply(text);
            known.put(text, found);
        }
        return found;
    }
}
