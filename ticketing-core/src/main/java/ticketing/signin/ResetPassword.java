package ticketing.signin;

import java.util.Base64;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ticketing.staff.Account;
import ticketing.staff.StaffAccounts;

/**
 * A new password for whoever can read the account's mail. It ends all sessions, and leaves the second factor: a stolen
 * mailbox opens no account that has one.
 */
@ApplicationScoped
class ResetPassword {

    private static final int TOKEN_BYTES = 32;

    private final StaffAccounts accounts;
    private final PasswordResetStore store;
    private final LoginThrottle throttle;
    private final SealedSecrets secrets;
    private final SignInTrail trail;

    ResetPassword(StaffAccounts accounts, PasswordResetStore store, LoginThrottle throttle, SealedSecrets secrets,
            SignInTrail trail) {
        this.accounts = accounts;
        this.store = store;
        this.throttle = throttle;
        this.secrets = secrets;
        this.trail = trail;
    }

    /** What is to be mailed, and to whom; empty when there is nobody, or they got enough of these mails. */
    @Transactional
    Optional<Begun> begin(String email, SignInConfig config) {
        return accounts.byEmail(email).filter(account -> throttle.mayMail(account.email())).map(account -> {
            var token = Base64.getUrlEncoder().withoutPadding().encodeToString(secrets.random(TOKEN_BYTES));
            store.add(token, account.id(), config.reset());
            return new Begun(account, token);
        });
    }

    /** Whether it is good so far; without that no password is hashed, which is dear. */
    @Transactional
    boolean isOpen(String token) {
        return store.isOpen(token);
    }

    /** Whose password is another now; empty when the token is not good any more. */
    @Transactional
    Optional<Account> complete(String token, String passwordHash) {
        var account = store.take(token).flatMap(accounts::byId);
        account.ifPresent(owner -> {
            accounts.takePassword(owner.id(), passwordHash);
            trail.endSessions(owner.id(), Optional.empty());
            trail.note(owner.id(), "password.reset", owner.id());
            throttle.forgive(owner.email());
        });
        return account;
    }

    /** A reset that waits for its mail to be read. */
    record Begun(Account account, String token) {

        /** Never with the token. */
        @Override
        public String toString() {
            return "Begun[" + account + "]";
        }
    }
}
