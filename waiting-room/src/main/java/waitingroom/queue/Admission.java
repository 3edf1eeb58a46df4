package waitingroom.queue;

import java.time.Instant;

/**
 * An admission as the store has it.
 *
 * @param jti       begins with the place, so that the admission is found by it
 * @param expiresAt last moment to exchange its token
 * @param endsAt    last moment of the shopping session
 */
public record Admission(String jti, Instant issuedAt, Instant expiresAt, Instant endsAt) {

    /** From {@code jti|issued at|expires at|end|outcome}, times in epoch milliseconds. */
    public static Admission parse(String stored) {
        var parts = stored.split("\\|");
        return new Admission(parts[0], moment(parts[1]), moment(parts[2]), moment(parts[3]));
    }

    /** As {@link #parse} reads it, while it is alive. */
    public String text() {
        return "%s|%d|%d|%d|".formatted(jti, issuedAt.toEpochMilli(), expiresAt.toEpochMilli(),
                endsAt.toEpochMilli());
    }

    private static Instant moment(String millis) {
        return Instant.ofEpochMilli(Long.parseLong(millis));
    }
}
