package ticketing.signin;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jboss.logging.Logger;

/** Tells the other services which sessions have ended, and forgets what nobody needs any more. */
@ApplicationScoped
class SignInJob {

    private static final Logger LOG = Logger.getLogger(SignInJob.class);
    private static final int BATCH = 500;
    private static final Duration KEPT = Duration.ofDays(7);

    private final StaffSessionStore sessions;
    private final EndedSessionStore ended;
    private final PasswordResetStore resets;
    private final LoginAttemptStore attempts;

    SignInJob(StaffSessionStore sessions, EndedSessionStore ended, PasswordResetStore resets,
            LoginAttemptStore attempts) {
        this.sessions = sessions;
        this.ended = ended;
        this.resets = resets;
        this.attempts = attempts;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void tell() {
        try {
            sessions.untold(BATCH).forEach(session -> {
                ended.tell(session);
                sessions.told(session.id());
            });
        } catch (RuntimeException e) {
            // Redis or the database is away: what was not told is told next time.
            LOG.warnf("ended sessions not told cause=%s", e.getClass().getSimpleName());
        }
    }

    @Scheduled(every = "1h", delayed = "3m", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void forget() {
        sessions.forget(KEPT);
        resets.forget();
        attempts.forget(KEPT);
    }
}
