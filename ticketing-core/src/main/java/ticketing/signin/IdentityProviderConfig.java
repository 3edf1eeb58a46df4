package ticketing.signin;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Another way in for staff: an OpenID Connect provider. */
@ConfigMapping(prefix = "ticketing.identity-provider")
interface IdentityProviderConfig {

    /** Where the provider describes itself, without {@code /.well-known/openid-configuration}. Empty: there is none. */
    Optional<URI> issuer();

    /** What we are called there. */
    Optional<String> clientId();

    /** Empty for a public client, which PKCE alone protects. */
    Optional<String> clientSecret();

    /** What the button on the sign-in page says. */
    String name();

    /** How long each question to the provider may take. */
    @WithDefault("3s")
    Duration patience();
}
