package ticketing.signin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.staff.Account;
import ticketing.staff.Passwords;
import ticketing.staff.StaffAccounts;

/** What somebody can do about their own account. */
@ApplicationScoped
class MyAccount {

    private final StaffAccounts accounts;
    private final Passwords passwords;
    private final LoginThrottle throttle;
    private final ChangeAccount change;
    private final ChangeSecondFactor factors;

    MyAccount(StaffAccounts accounts, Passwords passwords, LoginThrottle throttle, ChangeAccount change,
            ChangeSecondFactor factors) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.change = change;
        this.factors = factors;
    }

    Mine of(UUID me) {
        return new Mine(account(me), factors.view(me));
    }

    void rename(UUID me, String name) {
        accounts.rename(me, name);
    }

    /** Not one transaction: checking and hashing take long, and no connection is held meanwhile. */
    PasswordChange changePassword(UUID me, UUID session, String present, String wanted, Origin origin) {
        var account = account(me);
        var wait = throttle.tooOften(account.email(), origin);
        if (wait.isPresent()) {
            return new PasswordChange.TooOften(wait.get());
        }
        if (!passwords.matches(present, account.passwordHash())) {
            return new PasswordChange.Wrong();
        }
        throttle.passed(account.email(), origin);
        change.password(me, session, passwords.hash(wanted));
        return new PasswordChange.Done();
    }

    List<StaffSession> sessions(UUID me, UUID current) {
        return change.sessions(me, current);
    }

    boolean end(UUID me, UUID session) {
        return change.end(me, session);
    }

    void endAllBut(UUID me, UUID kept) {
        change.endSessions(me, Optional.of(kept));
    }

    private Account account(UUID me) {
        return accounts.byId(me).orElseThrow(() -> new IllegalStateException("a session of nobody"));
    }

    /** An account, and its second factor. */
    record Mine(Account account, SecondFactorView secondFactor) {}

    /** What became of the wish for another password. */
    sealed interface PasswordChange {

        record Done() implements PasswordChange {}

        record Wrong() implements PasswordChange {}

        record TooOften(Duration retryAfter) implements PasswordChange {}
    }
}
