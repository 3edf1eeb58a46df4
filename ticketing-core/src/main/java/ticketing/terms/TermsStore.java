package ticketing.terms;

import java.sql.SQLException;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;
import ticketing.database.Row;

/** The terms of events that have terms of their own. */
@ApplicationScoped
class TermsStore {

    private static final String FIND = """
            SELECT *
              FROM order_terms
             WHERE event_id = ?
            """;

    private static final String SET = """
            INSERT INTO order_terms (event_id, fee_per_ticket, fee_basis_points, tax_basis_points, holder_changes,
                                     returns, returns_until, waiting_list, attendees)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (event_id) DO UPDATE
               SET fee_per_ticket = excluded.fee_per_ticket, fee_basis_points = excluded.fee_basis_points,
                   tax_basis_points = excluded.tax_basis_points, holder_changes = excluded.holder_changes,
                   returns = excluded.returns, returns_until = excluded.returns_until,
                   waiting_list = excluded.waiting_list, attendees = excluded.attendees
            """;

    /** Until when tickets may be given back was the other event's moment. */
    private static final String COPY = """
            INSERT INTO order_terms (event_id, fee_per_ticket, fee_basis_points, tax_basis_points, holder_changes,
                                     returns, waiting_list, attendees)
            SELECT ?, fee_per_ticket, fee_basis_points, tax_basis_points, holder_changes, returns, waiting_list,
                   attendees
              FROM order_terms
             WHERE event_id = ?
            """;

    private final Database database;

    TermsStore(Database database) {
        this.database = database;
    }

    Optional<OrderTerms> find(String eventId) {
        return database.first(FIND, TermsStore::read, eventId);
    }

    void set(String eventId, OrderTerms terms) {
        var fees = terms.fees();
        database.update(SET, eventId, fees.perTicket(), fees.basisPoints(), fees.taxBasisPoints(),
                terms.holderChanges(), terms.returns(), terms.returnsUntil(), terms.waitingList(),
                terms.attendees());
    }

    void copy(String from, String to) {
        database.update(COPY, to, from);
    }

    private static OrderTerms read(Row row) throws SQLException {
        return new OrderTerms(new Fees(row.number("fee_per_ticket"), row.number("fee_basis_points"),
                row.number("tax_basis_points")), row.flag("holder_changes"), row.flag("returns"),
                row.optionalInstant("returns_until"), row.flag("waiting_list"),
                Attendees.valueOf(row.text("attendees")));
    }
}
