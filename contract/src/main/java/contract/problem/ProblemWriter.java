package contract.problem;

import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import contract.json.JsonRules;

/** Puts a problem into the form its reader understands: a document for programs, a small page for people. */
final class ProblemWriter {

    private static final ObjectMapper MAPPER = JsonRules.apply(new ObjectMapper().findAndRegisterModules());

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>%1$s</title>
            <style>
            body { margin: 0 auto; padding: 15vh 20px; max-width: 32rem; background: #f6f5f2; color: #1d1b26;
              font: 1rem/1.5 system-ui, sans-serif; }
            h1 { font-size: 1.9rem; line-height: 1.15; }
            a { display: inline-block; padding: 10px 18px; border-radius: 10px; background: #4b2fb5; color: #fff;
              font-weight: 600; text-decoration: none; }
            @media (prefers-color-scheme: dark) {
              body { background: #14121b; color: #f2f0f8; }
              a { background: #b7a5ff; color: #17112e; }
            }
            </style>
            <main>
            <h1>%1$s</h1>
            <p>%2$s</p>
            <p><a href="/">To the start page · <span lang="de">Zur Startseite</span></a></p>
            </main>
            </html>
            """;

    private ProblemWriter() {}

    /** Whether errors at this path are for programs, the console's pages among them. Everywhere else people look. */
    static boolean isForPrograms(String path) {
        return path.equals("/api") || path.startsWith("/api/") || path.startsWith("/admin/api/");
    }

    static byte[] document(Map<String, ?> members) {
        try {
            return MAPPER.writeValueAsBytes(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem has a member that is no JSON", e);
        }
    }

    static String page(Object title, Object detail) {
        return PAGE.formatted(escape(title), escape(detail));
    }

    private static String escape(Object text) {
        return String.valueOf(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
