package ticketing.access;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import contract.problem.Problem;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who is calling. A request without a token is nobody; a bad token is refused before it comes here. */
@ApplicationScoped
public class CurrentCaller {

    private static final String ADMIN = "admin";
    private static final String ORGANIZATIONS = "organizations";

    private final Instance<CurrentIdentityAssociation> identity;

    CurrentCaller(Instance<CurrentIdentityAssociation> identity) {
        this.identity = identity;
    }

    /** @throws contract.problem.ProblemException 401, for nobody */
    public Caller get() {
        return find().orElseThrow(() -> Problem.of(401, "not-authenticated", "You are not signed in",
                "Send the access token of your staff session as Bearer.").toException());
    }

    public Optional<Caller> find() {
        var who = identity.get().getIdentity();
        return who.isAnonymous() || !(who.getPrincipal() instanceof JsonWebToken token)
                ? Optional.empty()
                : Optional.of(caller(token));
    }

    private static Caller caller(JsonWebToken token) {
        return new Caller(UUID.fromString(token.getSubject()), token.getGroups().contains(ADMIN),
                roles(token.getClaim(ORGANIZATIONS)));
    }

    private static Map<String, Role> roles(Map<String, JsonValue> claim) {
        return claim == null
                ? Map.of()
                : claim.entrySet().stream().collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> role(((JsonString) entry.getValue()).getString())));
    }

    private static Role role(String key) {
        return Role.ORGANIZER.key().equals(key) ? Role.ORGANIZER : Role.STEWARD;
    }
}
