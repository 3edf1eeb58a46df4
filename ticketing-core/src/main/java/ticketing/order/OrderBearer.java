package ticketing.order;

import java.util.Optional;

/** The secret of an order, as it comes in {@code Authorization: Bearer}. */
public record OrderBearer(Optional<String> secret) {

    private static final String SCHEME = "Bearer ";
    private static final int LONGEST = 200;

    /** For the framework: a header that is no bearer is a bearer of nothing, not a mistake. */
    public static OrderBearer valueOf(String header) {
        return new OrderBearer(Optional.of(header)
                .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(value -> value.substring(SCHEME.length()).strip())
                .filter(value -> !value.isEmpty() && value.length() <= LONGEST));
    }

    /** @param bearer null when there was no such header */
    public static Optional<String> secret(OrderBearer bearer) {
        return bearer == null ? Optional.empty() : bearer.secret();
    }
}
