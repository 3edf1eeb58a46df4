package ticketing.ticket;

import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.Rectangle;

/** What a ticket is looked at on: printed, or on a phone whose screen it fills without zooming. */
enum TicketPaper {

    A4(PageSize.A4, 88, 64, 240), PHONE(new Rectangle(300, 650), 12, 12, 208);

    private final Rectangle page;
    private final float beside;
    private final float above;
    private final float code;

    TicketPaper(Rectangle page, float beside, float above, float code) {
        this.page = page;
        this.beside = beside;
        this.above = above;
        this.code = code;
    }

    Document document() {
        return new Document(page, beside, beside, above, above);
    }

    /** The side of the code, in points. */
    float codeSide() {
        return code;
    }

    /** A narrow page has narrow lines. */
    boolean narrow() {
        return this == PHONE;
    }
}
