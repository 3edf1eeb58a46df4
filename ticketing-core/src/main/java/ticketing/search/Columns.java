package ticketing.search;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * What a search asks of every event, each property in an array of its own, by the events' numbers: a hundred thousand
 * events are then read one after the other, where objects would have to be fetched from all over the memory. Never
 * changes.
 */
final class Columns {

    /** Where no event has the number. */
    private static final long NEVER = Long.MIN_VALUE;
    private static final Instant FIRST = Instant.EPOCH.plus(Long.MIN_VALUE / 2, ChronoUnit.MICROS);
    private static final Instant LAST = Instant.EPOCH.plus(Long.MAX_VALUE / 2, ChronoUnit.MICROS);

    static final Columns EMPTY = new Columns(new ListedEvent[0], new long[0], new long[0],
            new String[0], new int[Facet.values().length][0]);

    private final ListedEvent[] events;
    /** Microseconds, which is as exactly as the database knows it. */
    private final long[] startsAt;
    private final long[] lowest;
    private final String[] currencies;
    /** By the facet's ordinal. */
    private final int[][] codes;

    private Columns(ListedEvent[] events, long[] startsAt, long[] lowest, String[] currencies,
            int[][] codes) {
        this.events = events;
        this.startsAt = startsAt;
        this.lowest = lowest;
        this.currencies = currencies;
        this.codes = codes;
    }

    /** The same without the events of some numbers, and with these. */
    Columns with(BitSet changed, List<ListedEvent> listed) {
        var size = Math.max(events.length,
                listed.stream().mapToInt(ListedEvent::number).max().orElse(-1) + 1);
        var next = new Columns(Arrays.copyOf(events, size), Arrays.copyOf(startsAt, size),
                Arrays.copyOf(lowest, size), Arrays.copyOf(currencies, size),
                Arrays.stream(codes).map(column -> Arrays.copyOf(column, size)).toArray(int[][]::new));
        Arrays.fill(next.startsAt, events.length, size, NEVER);
        changed.stream().takeWhile(number -> number < size).forEach(next::remove);
        listed.forEach(next::put);
        return next;
    }

    private void remove(int number) {
        events[number] = null;
        startsAt[number] = NEVER;
    }

    private void put(ListedEvent event) {
        var number = event.number();
        events[number] = event;
        startsAt[number] = micros(event.startsAt());
        lowest[number] = event.lowest();
        currencies[number] = event.currency();
        for (var facet = 0; facet < codes.length; facet++) {
            codes[facet][number] = event.codes()[facet];
        }
    }

    ListedEvent event(int number) {
        return events[number];
    }

    /** What fits, and how many events each value of each facet would leave. */
    Matches match(Selection selection, int[] sizes) {
        var counts = Arrays.stream(sizes).mapToObj(int[]::new).toArray(int[][]::new);
        var numbers = keep(selection, inTime(selection), counts);
        var found = new long[(events.length + Long.SIZE - 1) / Long.SIZE];
        for (var number : numbers) {
            found[number / Long.SIZE] |= 1L << number;
        }
        for (var facet = 0; facet < codes.length; facet++) {
            count(numbers, codes[facet], counts[facet]);
        }
        return new Matches(BitSet.valueOf(found), counts);
    }

    /** The events that have the words, begin in time and are cheap enough. One plain loop, as nothing else is as fast. */
    private int[] inTime(Selection selection) {
        var from = Math.max(NEVER + 1, microsNotBefore(selection.from()));
        var until = microsNotBefore(selection.until());
        var most = selection.most();
        var numbers = candidates(selection);
        var kept = 0;
        for (var number : numbers) {
            if (startsAt[number] >= from && startsAt[number] < until && lowest[number] <= most) {
                numbers[kept++] = number;
            }
        }
        return Arrays.copyOf(numbers, kept);
    }

    private int[] candidates(Selection selection) {
        if (selection.numbers().isPresent()) {
            return selection.numbers().get().stream().takeWhile(number -> number < events.length).toArray();
        }
        var all = new int[events.length];
        for (var number = 0; number < all.length; number++) {
            all[number] = number;
        }
        return all;
    }

    /**
     * Those that fit everything else. A facet's own choice does not count for it, because its other values can be chosen
     * instead: whoever fits all but that is counted for it alone.
     */
    private int[] keep(Selection selection, int[] numbers, int[][] counts) {
        var asked = selection.asked();
        if (asked.length == 0 && selection.currency().isEmpty() && selection.venueId().isEmpty()) {
            return numbers;
        }
        var kept = 0;
        for (var number : numbers) {
            var failed = fits(selection, number) ? selection.failed(asked, codes, number) : Selection.SEVERAL;
            if (failed == Selection.NONE) {
                numbers[kept++] = number;
            } else if (failed != Selection.SEVERAL) {
                counts[failed][codes[failed][number]]++;
            }
        }
        return Arrays.copyOf(numbers, kept);
    }

    private boolean fits(Selection selection, int number) {
        return (selection.currency().isEmpty() || currencies[number].equals(selection.currency().get()))
                && (selection.venueId().isEmpty()
                        || events[number].venue().id().equals(selection.venueId().get()));
    }

    private static void count(int[] numbers, int[] column, int[] counts) {
        for (var number : numbers) {
            counts[column[number]]++;
        }
    }

    private static long micros(Instant moment) {
        return Math.addExact(Math.multiplyExact(moment.getEpochSecond(), 1_000_000L), moment.getNano() / 1_000);
    }

    /** The first microsecond that is not before a moment, which may be as far away as moments can be. */
    private static long microsNotBefore(Instant moment) {
        if (moment.isAfter(LAST)) {
            return Long.MAX_VALUE;
        }
        var whole = moment.isBefore(FIRST) ? FIRST : moment.truncatedTo(ChronoUnit.MICROS);
        return micros(whole) + (whole.isBefore(moment) ? 1 : 0);
    }

    /**
     * What a search found.
     *
     * @param numbers of the events
     * @param counts  by the facet's ordinal and the number of its value
     */
    record Matches(BitSet numbers, int[][] counts) {}
}
