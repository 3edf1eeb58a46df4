package ticketing.staff;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import ticketing.access.Role;

/** What signing in needs to know of somebody. */
public record Account(UUID id, String email, String name, boolean admin, Optional<String> passwordHash,
        Map<String, Role> organizations) {

    /** Never with the password's hash, nor with who it is. */
    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
