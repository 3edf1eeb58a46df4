package ticketing.ticket;

import java.time.Instant;
import java.time.ZoneId;
import java.util.function.BiFunction;

import ticketing.time.WrittenDate;

/**
 * What stands on a ticket in one language.
 *
 * @param date   writes when it begins
 * @param count  which of how many it is, to be filled in
 * @param advice what to do with the code
 */
record TicketWords(BiFunction<Instant, ZoneId, String> date, String place, String category, String name, String price,
        String fee, String order, String count, String advice) {

    static final TicketWords ENGLISH = new TicketWords(WrittenDate::of, "Place", "Category", "Name", "Price", "fee",
            "Order", "Ticket %d of %d",
            "The code admits once, on paper or on a screen. Keep it to yourself until you are at the door.");

    static final TicketWords GERMAN = new TicketWords(WrittenDate::german, "Platz", "Kategorie", "Name", "Preis",
            "Gebühr", "Bestellung", "Ticket %d von %d",
            "Der Code lässt einmal ein, auf Papier oder vom Bildschirm. Zeigen Sie ihn erst am Eingang.");

    /** Those of the language with this code; English where we do not speak it. */
    static TicketWords of(String language) {
        return "de".equals(language) ? GERMAN : ENGLISH;
    }
}
