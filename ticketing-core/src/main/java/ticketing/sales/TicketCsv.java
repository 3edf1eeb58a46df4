package ticketing.sales;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.apache.commons.csv.CSVFormat;

/** Tickets as comma-separated values (RFC 4180). */
final class TicketCsv {

    /** What makes a spreadsheet take a text for a formula (OWASP, CSV Injection). */
    private static final String FORMULA_MARKS = "=+-@\t\r\n＝＋－＠";

    private TicketCsv() {}

    static String of(List<SoldTicket> tickets) {
        var text = new StringBuilder();
        try (var csv = CSVFormat.RFC4180.print(text)) {
            csv.printRecord(TicketTable.HEAD);
            for (var ticket : tickets) {
                csv.printRecord(TicketTable.line(ticket).stream().map(TicketCsv::harmless));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static Object harmless(Object value) {
        return value instanceof String text && !text.isEmpty() && FORMULA_MARKS.indexOf(text.charAt(0)) >= 0
                ? "'" + text
                : value;
    }
}
