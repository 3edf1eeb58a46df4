package waitingroom.staff;

import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;

import org.eclipse.microprofile.jwt.JsonWebToken;

/** Whoever of the staff sent the request, and what the token says they may do with an organization's releases. */
@RequestScoped
public class Staff {

    private final JsonWebToken token;

    public Staff(JsonWebToken token) {
        this.token = token;
    }

    /** What the caller may do with a release of that organization. */
    public Access accessTo(String organization) {
        if (token.getGroups().contains("admin")) {
            return Access.FULL;
        }
        return switch (roleIn(organization)) {
            case "organizer" -> Access.FULL;
            case "" -> Access.FOREIGN;
            default -> Access.NOT_FOR_ROLE;
        };
    }

    private String roleIn(String organization) {
        return token.getClaim("organizations") instanceof JsonObject organizations
                && organizations.get(organization) instanceof JsonString role ? role.getString() : "";
    }

    /** An id, for the audit; no name, no address. */
    public String id() {
        return String.valueOf(token.getSubject());
    }

    /** The token as the caller sent it, to ask another service in the caller's name. */
    public String bearer() {
        return "Bearer " + token.getRawToken();
    }

    /** What staff may do with a release. */
    public enum Access {
        FULL, NOT_FOR_ROLE,
        /** Of an organization that is not theirs: it does not exist for them. */
        FOREIGN
    }
}
