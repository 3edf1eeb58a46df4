package ticketing.signin;

import java.util.Optional;

/** What the identity provider said. */
sealed interface IdentityOutcome {

    /**
     * It vouches for somebody.
     *
     * @param identity the issuer and the subject, which never change
     * @param email    only if the provider has made sure of it
     */
    record Proven(String identity, Optional<String> email) implements IdentityOutcome {}

    /** The code is not good, or what it brought cannot be believed. */
    record Refused() implements IdentityOutcome {}

    /** It did not answer. */
    record Away() implements IdentityOutcome {}
}
