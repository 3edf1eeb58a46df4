package contract.proof;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares two addresses as RFC 3986, section 6.2.2 and 6.2.3 say, leaving query and fragment aside. */
final class RequestUrl {

    private static final Pattern ENCODED = Pattern.compile("%([0-9A-Fa-f]{2})");

    private RequestUrl() {}

    static boolean isSame(String claimed, URI actual) {
        try {
            var url = new URI(claimed);
            return url.getHost() != null && url.getRawUserInfo() == null && normal(url).equals(normal(actual));
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }

    private static String normal(URI url) {
        var scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        var host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
        var path = url.normalize().getRawPath();
        return scheme + "://" + host + ":" + port(url, scheme) + (path.isEmpty() ? "/" : decodeUnreserved(path));
    }

    private static int port(URI url, String scheme) {
        if (url.getPort() != -1) {
            return url.getPort();
        }
        return switch (scheme) {
            case "http" -> 80;
            case "https" -> 443;
            default -> -1;
        };
    }

    /** %41 and A are the same letter, %2f and %2F the same escaped slash, but %2F and / are not the same. */
    private static String decodeUnreserved(String path) {
        return ENCODED.matcher(path).replaceAll(match -> {
            var character = (char) Integer.parseInt(match.group(1), 16);
            var unreserved = character < 128
                    && (Character.isLetterOrDigit(character) || "-._~".indexOf(character) >= 0);
            return Matcher.quoteReplacement(unreserved
                    ? String.valueOf(character)
                    : match.group().toUpperCase(Locale.ROOT));
        });
    }
}
