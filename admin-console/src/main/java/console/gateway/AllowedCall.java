package console.gateway;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonFormat;

/**
 * A call that the console passes on.
 *
 * @param methods what may be done
 * @param path    below {@code /admin/api}, with {@code {names}} for single segments
 * @param roles   who may; one of them is enough
 * @param seconds how long the service may take until it answers
 */
record AllowedCall(@JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) Set<String> methods, String path,
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) Set<String> roles, int seconds) {

    /** Whoever is signed in, also without a role: their own account is everybody's. */
    private static final String ANYBODY = "anybody";
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> ROLES = Set.of("admin", "organizer", "steward", ANYBODY);
    private static final int MOST_SECONDS = 120;

    /** One segment: no slash however written, no backslash, no control character, and nothing that climbs. */
    private static final String SEGMENT = "(?!\\\\.)(?:[\\\\w~:@+=.-]|%(?!2[EeFf]|5[Cc]|[01])[0-9A-Fa-f]{2})+";

    AllowedCall {
        methods = Set.copyOf(methods);
        roles = Set.copyOf(roles);
        if (!METHODS.containsAll(methods) || methods.isEmpty()) {
            throw new IllegalArgumentException("call %s: methods are some of %s".formatted(path, METHODS));
        }
        if (!ROLES.containsAll(roles) || roles.isEmpty()) {
            throw new IllegalArgumentException("call %s: roles are some of %s".formatted(path, ROLES));
        }
        if (seconds < 1 || seconds > MOST_SECONDS) {
            throw new IllegalArgumentException("call %s: seconds are 1 to %d".formatted(path, MOST_SECONDS));
        }
    }

    Pattern pattern() {
        return Pattern.compile(path.replace(".", "\\.").replaceAll("\\{\\w+}", SEGMENT));
    }

    boolean isFor(List<String> holder) {
        return roles.contains(ANYBODY) || !Collections.disjoint(roles, holder);
    }
}
