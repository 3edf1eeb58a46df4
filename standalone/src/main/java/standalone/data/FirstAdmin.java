package standalone.data;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The account everything begins with. {@code ADMIN_EMAIL} and {@code ADMIN_PASSWORD} of the environment are taken as
 * they are and written nowhere; otherwise a password is made and kept in a file.
 *
 * @param passwordFile where to read the password, empty when whoever started us knows it already
 */
public record FirstAdmin(String email, String password, Optional<Path> passwordFile) {

    private static final String DEFAULT_EMAIL = "admin@ticket-d-saster.example";

    public static FirstAdmin of(Map<String, String> environment, DataFolder data, Secrets secrets) {
        var email = set(environment, "ADMIN_EMAIL").orElse(DEFAULT_EMAIL);
        var password = set(environment, "ADMIN_PASSWORD");
        if (password.isPresent()) {
            return new FirstAdmin(email, password.get(), Optional.empty());
        }
        var file = data.path("admin-password");
        return new FirstAdmin(email, secrets.password(file), Optional.of(file));
    }

    private static Optional<String> set(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /** Never with the password. */
    @Override
    public String toString() {
        return "FirstAdmin[" + email + "]";
    }
}
