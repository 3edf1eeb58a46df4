package console.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

import contract.problem.Problem;

/** The token that stands in every form of a session and comes along with every write of its pages. */
public final class FormTokens {

    private static final int BYTES = 18;
    private static final SecureRandom RANDOM = new SecureRandom();

    private FormTokens() {}

    static String newToken() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Refuses a form that was not made for this session. */
    public static void check(CurrentSession current, String sent) {
        var own = current.formToken().getBytes(StandardCharsets.UTF_8);
        var given = String.valueOf(sent).getBytes(StandardCharsets.UTF_8);
        if (own.length == 0 || !MessageDigest.isEqual(own, given)) {
            throw crossSite().toException();
        }
    }

    static Problem crossSite() {
        return Problem.of(403, "cross-site", "This form came from another page",
                "Open the page again and send the form from there.");
    }
}
