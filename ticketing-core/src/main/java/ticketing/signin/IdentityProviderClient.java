package ticketing.signin;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import org.jboss.logging.Logger;
import ticketing.signin.IdentityOutcome.Away;
import ticketing.signin.IdentityOutcome.Proven;
import ticketing.signin.IdentityOutcome.Refused;

/**
 * Asks the identity provider who somebody is: authorization code with PKCE. The code is exchanged here, so that neither
 * the client's secret nor any token of the provider is ever in the console.
 */
@ApplicationScoped
class IdentityProviderClient {

    private static final Logger LOG = Logger.getLogger(IdentityProviderClient.class);
    private static final int MOST_BYTES = 500_000;

    /** What a provider signs with its own key. Never by a secret we share, and never by nothing. */
    private static final Set<JWSAlgorithm> SIGNED_BY = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256,
            JWSAlgorithm.ES256);

    private final IdentityProviderConfig config;
    private final SignInConfig signIn;
    private final AtomicReference<Provider> known = new AtomicReference<>();

    IdentityProviderClient(IdentityProviderConfig config, SignInConfig signIn) {
        this.config = config;
        this.signIn = signIn;
    }

    boolean isConfigured() {
        return config.issuer().isPresent() && config.clientId().isPresent();
    }

    /** Where staff are to be sent; empty while the provider does not answer. */
    Optional<URI> authorizationEndpoint() {
        try {
            return Optional.of(provider().metadata().getAuthorizationEndpointURI());
        } catch (GeneralException | IOException away) {
            note(away);
            return Optional.empty();
        }
    }

    String clientId() {
        return config.clientId().orElseThrow();
    }

    /** The one address to which the provider sends staff back. */
    URI redirectUri() {
        return URI.create(signIn.publicUrl() + "/admin/login/oidc/return");
    }

    /** Who that is for whom the provider gave the code. */
    IdentityOutcome ask(String code, String verifier, String nonce) {
        try {
            var provider = provider();
            var response = OIDCTokenResponseParser.parse(tokenRequest(provider, code, verifier));
            if (!(response instanceof OIDCTokenResponse tokens)) {
                LOG.infof("identity refused code=%s", response.toErrorResponse().getErrorObject().getCode());
                return new Refused();
            }
            return proven(provider.validator().validate(tokens.getOIDCTokens().getIDToken(), new Nonce(nonce)));
        } catch (IOException | GeneralException away) {
            note(away);
            return new Away();
        } catch (BadJOSEException | JOSEException refused) {
            LOG.warnf("identity token refused cause=%s", refused.getMessage());
            return new Refused();
        }
    }

    private HTTPResponse tokenRequest(Provider provider, String code, String verifier)
            throws IOException {
        var client = new ClientID(clientId());
        var grant = new AuthorizationCodeGrant(new AuthorizationCode(code), redirectUri(), new CodeVerifier(verifier));
        var endpoint = provider.metadata().getTokenEndpointURI();
        var request = config.clientSecret()
                .map(secret -> new TokenRequest.Builder(endpoint, new ClientSecretBasic(client, new Secret(secret)),
                        grant))
                .orElseGet(() -> new TokenRequest.Builder(endpoint, client, grant))
                .build().toHTTPRequest();
        request.setConnectTimeout(millis());
        request.setReadTimeout(millis());
        request.setFollowRedirects(false);
        return request.send();
    }

    private static IdentityOutcome proven(IDTokenClaimsSet claims) {
        var verified = Boolean.TRUE.equals(claims.getBooleanClaim("email_verified"));
        return new Proven(claims.getIssuer().getValue() + " " + claims.getSubject().getValue(),
                Optional.ofNullable(claims.getStringClaim("email")).filter(email -> verified));
    }

    /** What the provider says of itself is read at the first need, and kept. */
    private Provider provider() throws GeneralException, IOException {
        var before = known.get();
        if (before != null) {
            return before;
        }
        var issuer = new Issuer(config.issuer().orElseThrow());
        var metadata = OIDCProviderMetadata.resolve(issuer, millis(), millis());
        var keys = JWKSourceBuilder.create(metadata.getJWKSetURI().toURL(),
                new DefaultResourceRetriever(millis(), millis(), MOST_BYTES)).build();
        var found = new Provider(metadata, new IDTokenValidator(issuer, new ClientID(clientId()),
                new JWSVerificationKeySelector<>(SIGNED_BY, keys), null));
        known.set(found);
        return found;
    }

    private int millis() {
        return (int) config.patience().toMillis();
    }

    private static void note(Exception away) {
        LOG.warnf("identity provider away cause=%s", away.getClass().getSimpleName());
    }

    private record Provider(OIDCProviderMetadata metadata, IDTokenValidator validator) {}
}
