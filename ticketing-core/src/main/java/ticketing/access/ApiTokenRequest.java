package ticketing.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A program shows its token. */
class ApiTokenRequest extends BaseAuthenticationRequest {

    private final String token;

    ApiTokenRequest(String token) {
        this.token = token;
    }

    String token() {
        return token;
    }
}
