package ticketing.hold;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import ticketing.database.Row;
import ticketing.terms.Fees;

/** A hold as its table has it, before its seats are read. */
record HoldRow(UUID id, UUID sessionId, String eventId, String currency, String state, Instant expiresAt, boolean over,
        boolean extended, Fees fees) {

    static HoldRow read(Row row) throws SQLException {
        return new HoldRow(row.uuid("id"), row.uuid("session_id"), row.text("event_id"), row.text("currency"),
                row.text("state"), row.instant("expires_at"), row.flag("over"), row.flag("extended"),
                fees(row));
    }

    static Fees fees(Row row) throws SQLException {
        return new Fees(row.number("fee_per_ticket"), row.number("fee_basis_points"), row.number("tax_basis_points"));
    }

    SeatHold toHold(List<HeldSeat> seats) {
        var claim = new SeatHold.Claim(id, sessionId, eventId, currency, seats, fees, expiresAt);
        return switch (state) {
            case "ACTIVE" -> over ? new SeatHold.Expired(claim) : new SeatHold.Active(claim, !extended);
            case "ORDERED" -> new SeatHold.Ordered(claim);
            case "PURCHASED" -> new SeatHold.Purchased(claim);
            case "RELEASED" -> new SeatHold.Released(claim);
            case "EXPIRED" -> new SeatHold.Expired(claim);
            default -> throw new IllegalStateException("unknown state of a hold: " + state);
        };
    }
}
