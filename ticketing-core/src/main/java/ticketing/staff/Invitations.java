package ticketing.staff;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

/** Makes invitations: a secret for the mail, and its hash for us. */
@ApplicationScoped
class Invitations {

    private static final int TOKEN_BYTES = 32;

    private final InvitationStore store;
    private final StaffConfig config;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    Invitations(InvitationStore store, StaffConfig config, InstantSource clock) {
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    String invite(UUID staff) {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        store.add(token, staff, clock.instant().plus(config.invitation()));
        return token;
    }
}
