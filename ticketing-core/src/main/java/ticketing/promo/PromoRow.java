package ticketing.promo;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ticketing.database.Row;

/** A promo code as its organizer sees it. */
record PromoRow(Promo promo, int maxUses, int uses, Optional<Instant> validFrom, Optional<Instant> validUntil,
        boolean active, Instant createdAt) {

    static PromoRow read(Row row) throws SQLException {
        var amount = row.number("amount");
        var reduction = amount > 0
                ? new Promo.Reduction.Amount(amount)
                : new Promo.Reduction.Share(row.number("basis_points"));
        return new PromoRow(new Promo(row.text("code"), reduction, split(row.text("categories"))),
                row.number("max_uses"), row.number("uses"), row.optionalInstant("valid_from"),
                row.optionalInstant("valid_until"), row.flag("active"), row.instant("created_at"));
    }

    private static Set<String> split(String categories) {
        return Stream.of(categories.split("\n")).filter(id -> !id.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }
}
