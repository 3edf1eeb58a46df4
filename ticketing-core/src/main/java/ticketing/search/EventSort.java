package ticketing.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import ticketing.http.Cursor;
import ticketing.http.Query;

/** In which order events are listed. Among equals their id decides, so that pages never overlap. */
enum EventSort {

    STARTS_AT("startsAt", Key.START, false), STARTS_AT_LAST("-startsAt", Key.START, true), PRICE("price", Key.PRICE,
            false), PRICE_LAST("-price", Key.PRICE,
                    true), TITLE("title", Key.TITLE, false), TITLE_LAST("-title", Key.TITLE, true),
    /** By how well they fit the words; by date among those that fit as well. */
    RELEVANCE("relevance", Key.START, false);

    /** What events are compared by. */
    enum Key {

        START(event -> event.startsAt(), Key::instant), PRICE(event -> event.lowest(), Key::number), TITLE(
                ListedEvent::titleKey, text -> text);

        private final Function<ListedEvent, Comparable<?>> of;
        private final Function<String, Comparable<?>> parse;

        Key(Function<ListedEvent, Comparable<?>> of, Function<String, Comparable<?>> parse) {
            this.of = of;
            this.parse = parse;
        }

        Comparator<ListedEvent> order() {
            return (a, b) -> compare(of.apply(a), a.id(), of.apply(b), b.id());
        }

        @SuppressWarnings("unchecked") // both are values of this key, and so of one type
        private static int compare(Comparable<?> a, String idOfA, Comparable<?> b, String idOfB) {
            var byKey = ((Comparable<Object>) a).compareTo(b);
            return byKey != 0 ? byKey : idOfA.compareTo(idOfB);
        }

        private static Comparable<?> instant(String text) {
            try {
                return Instant.parse(text);
            } catch (DateTimeException e) {
                throw Cursor.invalid();
            }
        }

        private static Comparable<?> number(String text) {
            return Cursor.number(text);
        }
    }

    private final String parameter;
    private final Key key;
    private final boolean descending;

    EventSort(String parameter, Key key, boolean descending) {
        this.parameter = parameter;
        this.key = key;
        this.descending = descending;
    }

    /** As it stands in the URL; by date when it does not. */
    static EventSort of(String parameter) {
        return Query.text(parameter).map(EventSort::named).orElse(STARTS_AT);
    }

    private static EventSort named(String name) {
        return find(name).orElseThrow(() -> Query.invalid("sort", Arrays.stream(values())
                .map(EventSort::parameter).collect(Collectors.joining(", ", "one of ", ""))));
    }

    private static Optional<EventSort> find(String name) {
        var plain = name.replaceFirst("^(-?)date$", "$1startsAt");
        return Arrays.stream(values()).filter(sort -> sort.parameter.equals(plain)).findFirst();
    }

    String parameter() {
        return parameter;
    }

    Key key() {
        return key;
    }

    boolean descending() {
        return descending;
    }

    /** Where an event stands in this order, as a text that {@link #behind} takes back. */
    String positionOf(ListedEvent event) {
        return key.of.apply(event).toString();
    }

    /** Whether an event comes after the one of that position and id. */
    Predicate<ListedEvent> behind(String position, String id) {
        var last = key.parse.apply(position);
        return event -> {
            var order = Key.compare(key.of.apply(event), event.id(), last, id);
            return descending ? order < 0 : order > 0;
        };
    }
}
