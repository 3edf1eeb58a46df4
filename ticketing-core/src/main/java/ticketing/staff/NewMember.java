package ticketing.staff;

import java.util.Locale;
import java.util.Optional;

import ticketing.access.Role;

/** Whom to add, and as what. */
record NewMember(String email, String name, Role role, Optional<String> password) {

    NewMember {
        email = email.strip().toLowerCase(Locale.ROOT);
        name = name.strip();
    }
}
