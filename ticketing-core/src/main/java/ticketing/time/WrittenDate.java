package ticketing.time;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** When something begins, as letters and papers write it: by the clock of the place where it is. */
public final class WrittenDate {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm",
            Locale.ENGLISH);
    private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("EEEE, d. MMMM uuuu, HH:mm 'Uhr'",
            Locale.GERMAN);

    private WrittenDate() {}

    /** Such as "Friday, 18 December 2026, 20:00". */
    public static String of(Instant begin, ZoneId place) {
        return DATE.format(begin.atZone(place));
    }

    /** Such as "Freitag, 18. Dezember 2026, 20:00 Uhr". */
    public static String german(Instant begin, ZoneId place) {
        return GERMAN.format(begin.atZone(place));
    }
}
