package ticketing.access;

import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import contract.problem.Problem;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import org.eclipse.microprofile.jwt.JsonWebToken;
import ticketing.database.Tenancy;

/**
 * Who is calling. A request without a token is nobody; a bad token is refused before it comes here. What a member of
 * staff may do is read anew for every request: whoever was sent away an hour ago is gone, and so is a session that has
 * ended, whatever their token says.
 */
@RequestScoped
public class CurrentCaller {

    private final CurrentIdentityAssociation identity;
    private final StandingStore standing;
    private final Tenancy tenancy;
    private Optional<Caller> known = Optional.empty();

    CurrentCaller(CurrentIdentityAssociation identity, StandingStore standing, Tenancy tenancy) {
        this.identity = identity;
        this.standing = standing;
        this.tenancy = tenancy;
    }

    /**
     * The member of staff who calls. From here on the request's transactions see their organizations' rows only.
     *
     * @throws contract.problem.ProblemException 401, for nobody
     */
    public Caller get() {
        var staff = find().orElseThrow(() -> Problem.of(401, "not-authenticated", "You are not signed in",
                "Send the access token of your staff session as Bearer.").toException());
        if (staff.admin()) {
            tenancy.becomeAdmin();
        } else {
            tenancy.becomeStaffOf(staff.organizations().keySet());
        }
        return staff;
    }

    public Optional<Caller> find() {
        if (known.isEmpty()) {
            var who = identity.getIdentity();
            known = who.isAnonymous() ? Optional.empty() : caller(who.getPrincipal());
        }
        return known;
    }

    private Optional<Caller> caller(Principal principal) {
        return switch (principal) {
            case ApiTokenPrincipal token ->
                Optional.of(new Caller(token.id(), false, Map.of(token.organization(), token.role()), false));
            case JsonWebToken token -> sessionOf(token)
                    .flatMap(session -> standing.of(UUID.fromString(token.getSubject()), session));
            default -> Optional.empty();
        };
    }

    /** The session with which the member of staff calls; empty for programs and nobody. */
    public Optional<UUID> session() {
        return identity.getIdentity().getPrincipal() instanceof JsonWebToken token
                ? sessionOf(token)
                : Optional.empty();
    }

    private static Optional<UUID> sessionOf(JsonWebToken token) {
        try {
            return Optional.ofNullable(token.getTokenID()).map(UUID::fromString);
        } catch (IllegalArgumentException noSession) {
            return Optional.empty();
        }
    }
}
