package ticketing.access;

import java.security.Principal;
import java.util.UUID;

/** A program of an organization, known by its token. */
record ApiTokenPrincipal(UUID id, String organization, Role role) implements Principal {

    @Override
    public String getName() {
        return id.toString();
    }
}
