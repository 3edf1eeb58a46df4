package waitingroom.release;

import java.util.Arrays;

/** The {@code If-Match} of a request: the versions of a release the caller saw. */
record IfMatch(String header) {

    boolean isGiven() {
        return header != null && !header.isBlank();
    }

    boolean matches(String tag) {
        return Arrays.stream(header.split(",")).map(String::strip)
                .anyMatch(seen -> seen.equals("*") || seen.equals("\"" + tag + "\""));
    }
}
