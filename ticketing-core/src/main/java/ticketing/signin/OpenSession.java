package ticketing.signin;

import java.time.InstantSource;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ticketing.staff.Account;

/** Begins a session for somebody who has proven who they are. */
@ApplicationScoped
class OpenSession {

    private final StaffSessionStore sessions;
    private final AccessTokens tokens;
    private final LoginThrottle throttle;
    private final DeviceTokens devices;
    private final InstantSource clock;

    OpenSession(StaffSessionStore sessions, AccessTokens tokens, LoginThrottle throttle, DeviceTokens devices,
            InstantSource clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.throttle = throttle;
        this.devices = devices;
        this.clock = clock;
    }

    /** @param limited whether a second factor must be set up first, and nothing else can be done */
    @Transactional
    LoginOutcome.SignedIn open(Account account, Origin origin, boolean limited) {
        throttle.passed(account.email(), origin);
        var session = UUID.randomUUID();
        var opened = tokens.issue(account, session, limited);
        var now = clock.instant();
        sessions.add(new StaffSession(session, now, now, now.plusSeconds(opened.expiresInSeconds()), origin.device(),
                origin.network(), true), account.id(), limited);
        return new LoginOutcome.SignedIn(opened, devices.next(account.email()));
    }
}
