package ticketing.signin;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.signin.LoginOutcome.CodeRequired;
import ticketing.signin.LoginOutcome.Refused;
import ticketing.signin.LoginOutcome.StepOver;
import ticketing.signin.LoginOutcome.TooOften;
import ticketing.signin.LoginOutcome.WrongCode;
import ticketing.staff.Account;
import ticketing.staff.Passwords;
import ticketing.staff.StaffAccounts;

/**
 * Lets a member of staff in. Not one transaction: the attempt must stay counted when all else fails, and no
 * connection is held while the password is checked.
 */
@ApplicationScoped
class SignIn {

    private final StaffAccounts accounts;
    private final Passwords passwords;
    private final LoginThrottle throttle;
    private final SecondFactors factors;
    private final OpenSession openSession;

    SignIn(StaffAccounts accounts, Passwords passwords, LoginThrottle throttle, SecondFactors factors,
            OpenSession openSession) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.factors = factors;
        this.openSession = openSession;
    }

    LoginOutcome withPassword(String email, String password, Optional<String> code, Origin origin) {
        var address = StaffAccounts.normalized(email);
        var wait = throttle.tooOften(address, origin);
        if (wait.isPresent()) {
            return new TooOften(wait.get());
        }
        var found = accounts.byEmail(address);
        if (!passwords.matches(password, found.flatMap(Account::passwordHash))) {
            return new Refused();
        }
        var account = found.orElseThrow();
        if (!factors.isOn(account.id())) {
            return openSession.open(account, origin, factors.isRequiredOf(account.id()));
        }
        return code.map(given -> withCode(account, given, origin))
                .orElseGet(() -> new CodeRequired(factors.beginStep(account.id())));
    }

    /** The second step, for whoever was asked for a code at the first. */
    LoginOutcome withCode(String step, String code, Origin origin) {
        var found = factors.readStep(step).flatMap(accounts::byId);
        if (found.isEmpty()) {
            return new StepOver();
        }
        var wait = throttle.tooOften(found.get().email(), origin);
        return wait.isPresent() ? new TooOften(wait.get()) : withCode(found.get(), code, origin);
    }

    private LoginOutcome withCode(Account account, String code, Origin origin) {
        return factors.accept(account.id(), code) ? openSession.open(account, origin, false) : new WrongCode();
    }
}
