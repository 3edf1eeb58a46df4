package ticketing.signin;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.staff.StaffAccounts;

/**
 * Lets in whom the identity provider vouches for, if there is an account for them: the provider says who somebody is, and
 * never what they may do here. Second factors are the provider's business then.
 */
@ApplicationScoped
class SignInElsewhere {

    private final IdentityProviderClient provider;
    private final StaffAccounts accounts;
    private final OpenSession openSession;

    SignInElsewhere(IdentityProviderClient provider, StaffAccounts accounts, OpenSession openSession) {
        this.provider = provider;
        this.accounts = accounts;
        this.openSession = openSession;
    }

    Outcome signIn(String code, String verifier, String nonce, Origin origin) {
        return switch (provider.ask(code, verifier, nonce)) {
            case IdentityOutcome.Proven proven -> accounts.byIdentity(proven.identity(), proven.email())
                    .<Outcome>map(account -> new Outcome.In(openSession.open(account, origin, false)))
                    .orElseGet(Outcome.Unknown::new);
            case IdentityOutcome.Refused refused -> new Outcome.Refused();
            case IdentityOutcome.Away away -> new Outcome.Away();
        };
    }

    /** What became of it. */
    sealed interface Outcome {

        record In(LoginOutcome.SignedIn session) implements Outcome {}

        /** Nobody has invited them. */
        record Unknown() implements Outcome {}

        record Refused() implements Outcome {}

        record Away() implements Outcome {}
    }
}
