package ticketing.sales;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Tickets as a spreadsheet. Its cells say that they are texts, so none can act as a formula. */
final class TicketSheet {

    private static final String NAME = "Ticket D-Saster";
    private static final String VERSION = "1.0";

    private TicketSheet() {}

    static byte[] of(List<SoldTicket> tickets) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, NAME, VERSION)) {
            var sheet = book.newWorksheet("Tickets");
            write(sheet, 0, TicketTable.HEAD);
            sheet.range(0, 0, 0, TicketTable.HEAD.size() - 1).style().bold().set();
            sheet.freezePane(0, 1);
            for (var index = 0; index < tickets.size(); index++) {
                write(sheet, index + 1, TicketTable.line(tickets.get(index)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet sheet, int row, List<?> values) {
        for (var column = 0; column < values.size(); column++) {
            switch (values.get(column)) {
                case BigDecimal number -> sheet.value(row, column, number);
                case Object text -> sheet.value(row, column, text.toString());
            }
        }
    }
}
