package ticketing.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openpdf.text.pdf.PRStream;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import ticketing.order.OrderDetails;
import ticketing.order.OrderDetails.EventDetails;
import ticketing.order.PaymentStanding;
import ticketing.order.Ticket;
import ticketing.order.TicketOrder.Buyer;
import ticketing.order.TicketOrder.Facts;
import ticketing.order.TicketOrder.Paid;
import ticketing.order.VoidReason;
import ticketing.secret.TestKeys;
import ticketing.terms.Bill;

class TicketPdfTest {

    private static final String TITLE = "Олена і друзі: Şule & Ελένη";
    private static final String BUYER = "Łukasz Żółć";

    private static final Pattern RECTANGLE = Pattern.compile("([\\d.]+) ([\\d.]+) ([\\d.]+) ([\\d.]+) re");

    private final TicketToken token = new TicketToken(TestKeys.fresh());
    private final TicketPdf pdf = new TicketPdf(token);

    @Test
    void namesKeepTheirLetters() throws IOException {
        var text = pages(pdf.of(order(TITLE, ticket("Row A, seat 7", true)))).getFirst();

        assertThat(text).contains(BUYER, "Олена", "Şule", "Ελένη", "Árkád út 3, Győr", "Row A, seat 7",
                "49.50 EUR", "7K2M-9QXD", "Thursday, 24 December 2026, 20:00");
    }

    @Test
    void whatAScannerReadsFromThePageIsTheTicketsToken() throws IOException, ReaderException {
        var ticket = ticket("Row A, seat 7", true);

        var drawn = picture(drawings(pdf.of(order(TITLE, ticket))).getFirst());

        var read = new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(
                drawn.getWidth(), drawn.getHeight(),
                drawn.getRGB(0, 0, drawn.getWidth(), drawn.getHeight(), null, 0, drawn.getWidth())))));
        assertThat(read.getText()).isEqualTo(token.of("event-1", ticket));
    }

    @Test
    void everyTicketHasAPageOfItsOwnHoweverLongTheWords() throws IOException {
        var longest = "Ein ausverkauftes Haus und viele Zugaben ".repeat(5).substring(0, 200);

        var pages = pages(pdf.of(order(longest, ticket("Row A, seat 7", true), ticket("Row A, seat 8", false),
                ticket("Oberrang links, Block 12, Reihe 31, Platz 104, mit eingeschränkter Sicht", true))));

        assertThat(pages).hasSize(2);
        assertThat(pages.getFirst()).contains("seat 7", "Ticket 1 of 2").doesNotContain("seat 8");
        assertThat(pages.getLast()).contains("Platz 104", "Ticket 2 of 2", "admits once");
    }

    @ParameterizedTest
    @EnumSource
    void onWhateverItIsLookedAtATicketIsOnePage(TicketPaper paper) throws IOException {
        var longest = "Ein ausverkauftes Haus und viele Zugaben ".repeat(5).substring(0, 200);
        var ticket = ticket("Oberrang links, Block 12, Reihe 31, Platz 104, mit eingeschränkter Sicht", true);

        var bytes = pdf.of(order(longest, ticket), paper, TicketWords.GERMAN);

        Files.write(Path.of("target", "ticket-" + paper + ".pdf"), bytes);
        assertThat(pages(bytes)).hasSize(1);
        assertThat(pages(bytes).getFirst()).contains("Kategorie", "Bestellung 7K2M-9QXD",
                "24. Dezember 2026, 20:00 Uhr");
    }

    @Test
    void onlyTheLettersInUseTravelWithTheDocument() throws IOException {
        var bytes = pdf.of(order(TITLE, ticket("Row A, seat 7", true)));

        Files.write(Path.of("target", "ticket.pdf"), bytes);
        assertThat(bytes).hasSizeLessThan(80_000);
    }

    /** What is drawn beside the text, as PDF tells it. */
    private static List<String> drawings(byte[] bytes) throws IOException {
        try (var reader = new PdfReader(bytes)) {
            var drawings = new ArrayList<String>();
            for (var number = 1; number < reader.getXrefSize(); number++) {
                if (reader.getPdfObject(number) instanceof PRStream stream
                        && PdfName.FORM.equals(stream.getAsName(PdfName.SUBTYPE))) {
                    drawings.add(new String(PdfReader.getStreamBytes(stream), StandardCharsets.US_ASCII));
                }
            }
            return drawings;
        }
    }

    /** Its rectangles in black on white, four pixels to the point. */
    private static BufferedImage picture(String drawing) {
        var image = new BufferedImage(1152, 1152, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, image.getWidth(), image.getHeight());
        canvas.setColor(Color.BLACK);
        canvas.transform(new AffineTransform(4, 0, 0, -4, 0, image.getHeight()));
        RECTANGLE.matcher(drawing).results().forEach(found -> canvas.fill(new Rectangle2D.Double(
                Double.parseDouble(found.group(1)), Double.parseDouble(found.group(2)),
                Double.parseDouble(found.group(3)), Double.parseDouble(found.group(4)))));
        return image;
    }

    private static List<String> pages(byte[] bytes) throws IOException {
        try (var reader = new PdfReader(bytes)) {
            var extractor = new PdfTextExtractor(reader);
            var pages = new String[reader.getNumberOfPages()];
            for (var page = 0; page < pages.length; page++) {
                pages[page] = extractor.getTextFromPage(page + 1);
            }
            return List.of(pages);
        }
    }

    private static Ticket ticket(String label, boolean valid) {
        return new Ticket(UUID.randomUUID(), "S-7", label, "Standard", 4950, 0, 0,
                Optional.empty(), valid ? Optional.empty() : Optional.of(VoidReason.REFUNDED));
    }

    private static OrderDetails order(String title, Ticket... tickets) {
        var event = new EventDetails("event-1", title, Instant.parse("2026-12-24T19:00:00Z"), "Audi Aréna",
                "Árkád út 3", "Győr", "HU", ZoneId.of("Europe/Budapest"));
        var facts = new Facts("7K2M-9QXD", UUID.randomUUID(), UUID.randomUUID(), event.id(),
                new Buyer(BUYER, "fan@example.org"), tickets.length,
                new Bill(4950 * tickets.length, 0, 0, 0), Optional.empty(), "EUR", UUID.randomUUID(),
                "demo", Instant.parse("2026-11-23T09:00:00Z"));
        return new OrderDetails(new Paid(facts, List.of(tickets)), event, new PaymentStanding("PAID", 0), "secret");
    }
}
