package ticketing.auditor;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.apache.commons.csv.CSVFormat;

/** A report as comma-separated values: a line per event's books, then a line per finding. Amounts in minor units. */
final class ReportCsv {

    private ReportCsv() {}

    static String of(AuditReport report) {
        var text = new StringBuilder();
        try (var csv = CSVFormat.RFC4180.print(text)) {
            csv.printRecord("line", "event", "subject", "rule", "orders", "tickets", "currency", "tickets worth",
                    "taken", "refunded", "fees kept", "difference", "detail", "at");
            for (var books : report.events()) {
                csv.printRecord("books", books.eventId(), "", "", books.orders(), books.tickets(),
                        books.taken().currency(), books.ticketsWorth().amount(), books.taken().amount(),
                        books.refunded().amount(), books.feesKept().amount(), books.difference().amount(), "",
                        report.at());
            }
            for (var finding : report.findings()) {
                csv.printRecord("finding", finding.eventId(), finding.subject(), finding.rule().key(), "", "", "", "",
                        "", "", "", "", finding.detail(), report.at());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
