package standalone.frontdoor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The page a person sees when the front door has nobody to ask. It needs nothing but itself. */
final class RefusalPage {

    private static final String STYLE = """
            :root{color-scheme:light dark}
            body{font:1.1rem/1.5 system-ui,sans-serif;max-width:32rem;margin:20vh auto 0;padding:0 1.5rem}
            h1{font-size:1.5rem}
            """;

    /** Names exactly this style in the page's policy, so that no other can be slipped in. */
    static final String STYLE_HASH = sha256(STYLE);

    private RefusalPage() {}

    static String of(String title, String detail) {
        return """
                <!doctype html><html lang="en"><meta charset="utf-8">
                <meta name="viewport" content="width=device-width,initial-scale=1">
                <title>%s</title><style>%s</style><main><h1>%s</h1><p>%s</p></main></html>
                """.formatted(title, STYLE, title, detail);
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
