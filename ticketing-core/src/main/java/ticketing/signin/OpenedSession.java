package ticketing.signin;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A session that has just begun, as its owner gets it.
 *
 * @param mustSetUpSecondFactor true when the session is good for that and nothing else; otherwise left out
 */
record OpenedSession(String accessToken, long expiresInSeconds, List<String> roles,
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean mustSetUpSecondFactor) {

    /** Never with the token. */
    @Override
    public String toString() {
        return "OpenedSession" + roles;
    }
}
