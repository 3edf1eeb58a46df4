package console.session;

import java.time.Instant;
import java.util.List;

/**
 * A signed-in member of staff, as the cookie carries it.
 *
 * @param accessToken what the services are shown
 * @param formToken   stands in every form, so that no other page can send one
 */
public record StaffSession(String accessToken, String formToken, List<String> roles, Instant expiresAt) {

    /** A session covers [signed in, expiresAt). */
    boolean coversAt(Instant now) {
        return now.isBefore(expiresAt);
    }
}
