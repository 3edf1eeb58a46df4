package ticketing.access;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;

/** Tells whose a token is; one that is unknown, over or revoked is refused. */
@ApplicationScoped
class ApiTokenIdentities implements IdentityProvider<ApiTokenRequest> {

    private final ApiTokenStore tokens;

    ApiTokenIdentities(ApiTokenStore tokens) {
        this.tokens = tokens;
    }

    @Override
    public Class<ApiTokenRequest> getRequestType() {
        return ApiTokenRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(ApiTokenRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> tokens.use(ApiTokens.digest(request.token()))
                .map(ApiTokenIdentities::identity)
                .orElseThrow(AuthenticationFailedException::new));
    }

    private static SecurityIdentity identity(ApiTokenPrincipal token) {
        return QuarkusSecurityIdentity.builder().setPrincipal(token).addRoles(Set.of(token.role().key())).build();
    }
}
