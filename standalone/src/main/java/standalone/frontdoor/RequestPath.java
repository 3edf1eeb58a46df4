package standalone.frontdoor;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Optional;

/**
 * The path of a request in its one normal form (RFC 3986: dot segments resolved, double slashes merged, needlessly
 * encoded letters decoded), which is what is routed by <em>and</em> what is sent on, so that no two readers can
 * understand it differently.
 *
 * @param normal the normal form; an encoded slash stays encoded
 * @param loose  what the most careless reader could make of it: everything decoded, repeatedly
 */
record RequestPath(String normal, String loose) {

    private static final int ROUNDS = 4;
    private static final String UNRESERVED = "-._~";

    /** Empty when the path makes no sense: not absolute, bad encoding, control characters. */
    static Optional<RequestPath> of(String raw) {
        if (raw == null || !raw.startsWith("/")) {
            return Optional.empty();
        }
        var normal = decode(raw, true).map(RequestPath::resolve);
        var loose = decode(raw, false);
        for (var round = 1; round < ROUNDS; round++) {
            loose = loose.map(path -> decode(path, false).orElse(path));
        }
        return normal.flatMap(path -> looseForm(path)).isEmpty() || loose.isEmpty()
                ? Optional.empty()
                : Optional.of(new RequestPath(normal.get(), carelesslyResolved(loose.get())));
    }

    private static Optional<String> looseForm(String path) {
        return path.chars().anyMatch(c -> c < ' ' || c == 0x7f) ? Optional.empty() : Optional.of(path);
    }

    /** Whether this is the given path or something below it. */
    boolean within(String prefix) {
        return within(normal, prefix);
    }

    /** Whether any reader could take this for the given path or something below it. */
    boolean mayBeWithin(String prefix) {
        return within(normal, prefix) || within(loose, prefix);
    }

    private static boolean within(String path, String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }

    private static String carelesslyResolved(String path) {
        return resolve(path.replace('\\', '/').replaceAll(";[^/]*", ""));
    }

    private static Optional<String> decode(String path, boolean onlyUnreserved) {
        var out = new ByteArrayOutputStream(path.length());
        var bytes = path.getBytes(StandardCharsets.UTF_8);
        for (var i = 0; i < bytes.length; i++) {
            if (bytes[i] != '%') {
                out.write(bytes[i]);
                continue;
            }
            if (i + 2 >= bytes.length || hex(bytes[i + 1]) < 0 || hex(bytes[i + 2]) < 0) {
                return Optional.empty();
            }
            var value = hex(bytes[i + 1]) * 16 + hex(bytes[i + 2]);
            if (onlyUnreserved && !unreserved(value)) {
                out.write('%');
                out.write(Character.toUpperCase(bytes[i + 1]));
                out.write(Character.toUpperCase(bytes[i + 2]));
            } else {
                out.write(value);
            }
            i += 2;
        }
        return Optional.of(out.toString(StandardCharsets.UTF_8));
    }

    private static int hex(byte digit) {
        return Character.digit(digit, 16);
    }

    private static boolean unreserved(int value) {
        return value >= 'a' && value <= 'z' || value >= 'A' && value <= 'Z' || value >= '0' && value <= '9'
                || UNRESERVED.indexOf(value) >= 0;
    }

    private static String resolve(String path) {
        var segments = new ArrayDeque<String>();
        for (var segment : path.split("/")) {
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        var open = path.endsWith("/") || path.endsWith("/.") || path.endsWith("/..");
        return "/" + String.join("/", segments) + (open && !segments.isEmpty() ? "/" : "");
    }
}
