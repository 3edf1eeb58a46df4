package console.live;

import java.util.Locale;

/**
 * What was seen at a watched address.
 *
 * @param at   milliseconds since 1970
 * @param json the body, or the problem that stands in its place; null when nothing changed
 */
record Sight(Kind kind, long at, String json) {

    enum Kind {
        DATA, BEAT, AWAY
    }

    /** For a page that watches one address. */
    String document() {
        return switch (kind) {
            case DATA -> json;
            case BEAT -> "{\"at\":%d}".formatted(at);
            case AWAY -> "{\"at\":%d,\"problem\":%s}".formatted(at, json);
        };
    }

    /** For a page that watches several: the first says which. */
    String document(int watch) {
        return switch (kind) {
            case DATA -> "{\"watch\":%d,\"at\":%d,\"body\":%s}".formatted(watch, at, json);
            case BEAT -> "{\"watch\":%d,\"at\":%d}".formatted(watch, at);
            case AWAY -> "{\"watch\":%d,\"at\":%d,\"problem\":%s}".formatted(watch, at, json);
        };
    }

    String event() {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
