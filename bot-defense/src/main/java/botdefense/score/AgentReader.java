package botdefense.score;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells what an agent claims to be. Every distinct text is looked at once and remembered; it is cut to a length a
 * browser never reaches, and no pattern nests repetitions, so that a long forged one costs no more than its length.
 */
final class AgentReader {

    private static final int LONGEST = 512;
    private static final int MOST_AGENTS = 10_000;
    private static final int MOST_HINTS = 1_000;

    private static final Pattern KNOWN_BOTS = Pattern.compile(fragments("/defense/bot-agents.txt"),
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CRAWLERS = Pattern.compile(
            "(?:bot|crawler|spider|scraper|archiver|slurp)\\b|\\bcompatible; [^)]*\\+?https?:",
            Pattern.CASE_INSENSITIVE);
    private static final List<String> HEADLESS = List.of("headless", "phantomjs", "selenium", "playwright", "puppeteer",
            "cypress", "slimerjs", "lightpanda");
    private static final Pattern LIBRARIES = Pattern.compile("^(?:curl|wget|python|aiohttp|httpx|java|apache-http"
            + "|okhttp|go-http|go-resty|resty|node|undici|axios|got\\b|superagent|libwww|lwp|ruby|faraday|php|guzzle|"
            + "postman|insomnia|httpie|k6|jmeter|apachebench|apache-jmeter|gatling|ktor|restsharp|dart|reqwest|hyper|"
            + "nghttp|siege|vert\\.x|resteasy|quarkus|jetty|scala|perl|typhoeus|mechanize|winhttp|powershell|libcurl|"
            + "cpp-httplib|deno|bun/|hey/|wrk|vegeta|oha)", Pattern.CASE_INSENSITIVE);

    private final Remembered<Agent> agents = new Remembered<>(MOST_AGENTS, text -> Agent.read(text, claimOf(text)));
    private final Remembered<Map<String, String>> brands = new Remembered<>(MOST_HINTS, AgentReader::readBrands);

    Agent read(String text) {
        return agents.of(cut(text));
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static Agent.Claim claimOf(String text) {
        var small = text.toLowerCase(Locale.ROOT);
        if (HEADLESS.stream().anyMatch(small::contains)) {
            return Agent.Claim.HEADLESS;
        }
        if (LIBRARIES.matcher(text).find()) {
            return Agent.Claim.LIBRARY;
        }
        if (!KNOWN_BOTS.matcher(text).find()) {
            return Agent.Claim.BROWSER;
        }
        return CRAWLERS.matcher(text).find() ? Agent.Claim.CRAWLER : Agent.Claim.OTHER_BOT;
    }

    private static String fragments(String resource) {
        try (var lines = new BufferedReader(new InputStreamReader(
                AgentReader.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            var list = lines.lines().filter(line -> !line.isEmpty() && !line.startsWith("# ")).toList();
            return list.stream().collect(Collectors.joining("|"));
        } catch (IOException e) {
            throw new UncheckedIOException("bot agents are unreadable", e);
        }
    }

    /** Brand and major version pairs of a {@code Sec-CH-UA}. */
    Map<String, String> brands(String hint) {
        return brands.of(cut(hint));
    }

    private static Map<String, String> readBrands(String hint) {
        var pairs = new LinkedHashMap<String, String>();
        Arrays.stream(hint.split(",", 12)).forEach(part -> {
            var quoted = part.split("\"", -1);
            if (quoted.length >= 4) {
                pairs.put(quoted[1], quoted[3]);
            }
        });
        return pairs;
    }
}
