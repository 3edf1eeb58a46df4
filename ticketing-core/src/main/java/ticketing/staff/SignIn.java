package ticketing.staff;

import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.staff.LoginOutcome.Refused;
import ticketing.staff.LoginOutcome.TooOften;

/**
 * Lets a member of staff in. Not one transaction: the attempt must stay counted when all else fails, and no
 * connection is held while the password is checked.
 */
@ApplicationScoped
class SignIn {

    private final FindAccount accounts;
    private final LoginAttemptStore attempts;
    private final Passwords passwords;
    private final AccessTokens tokens;
    private final StaffConfig config;

    SignIn(FindAccount accounts, LoginAttemptStore attempts, Passwords passwords, AccessTokens tokens,
            StaffConfig config) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.passwords = passwords;
        this.tokens = tokens;
        this.config = config;
    }

    LoginOutcome signIn(String email, String password, String address) {
        var account = email.strip().toLowerCase(Locale.ROOT);
        var ofAccount = "account:" + account;
        var ofAddress = "address:" + address;
        if (attempts.count(ofAddress, config.attemptWindow()) > config.attemptsPerAddress()
                || attempts.count(ofAccount, config.attemptWindow()) > config.attemptsPerAccount()) {
            return new TooOften(config.attemptWindow());
        }
        var found = accounts.byEmail(account);
        if (!passwords.matches(password, found.flatMap(Account::passwordHash))) {
            return new Refused();
        }
        attempts.clear(ofAccount);
        attempts.uncount(ofAddress);
        return tokens.issue(found.orElseThrow());
    }
}
