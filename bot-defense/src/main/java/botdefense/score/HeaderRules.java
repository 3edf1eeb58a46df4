package botdefense.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import botdefense.score.Agent.Claim;
import botdefense.score.Agent.Engine;

/**
 * Whether a request's headers fit the browser it claims to be. They are easily forged; what they tell is who did not
 * take the trouble. Pure: the same headers always look the same.
 */
public final class HeaderRules {

    private static final int FETCH_METADATA_CHROMIUM = 80;
    private static final int FETCH_METADATA_FIREFOX = 90;
    private static final int CLIENT_HINTS = 89;
    private static final int ZSTD = 123;
    private static final int GREASE_WITHOUT_SPACE = 110;

    private final AgentReader agents = new AgentReader();

    public List<Sighting> look(RequestHeaders headers) {
        var seen = new ArrayList<Sighting>();
        var text = headers.get("user-agent").map(String::strip).orElse("");
        var agent = text.isEmpty() ? Agent.NONE : agents.read(text);
        lookAtClaim(agent, headers, seen);
        if (headers.isWhole()) {
            lookForMissing(agent, headers, seen);
        }
        if (agent.engine() == Engine.CHROMIUM && !agent.inApp() && headers.isH2() && agent.version() >= ZSTD
                && headers.has("sec-ch-ua")
                && headers.get("accept-encoding").filter(accepted -> !accepted.contains("zstd")).isPresent()) {
            seen.add(Sighting.of("no-zstd", "a compression that this browser takes over HTTP/2 is not offered"));
        }
        headers.get("sec-ch-ua").ifPresent(hint -> lookAtHints(agent, headers, agents.brands(hint), seen));
        if (agent.engine() == Engine.CHROMIUM && headers.isBefore("accept-language", "accept")) {
            seen.add(Sighting.of("header-order", "headers in an order this browser does not use"));
        }
        return seen;
    }

    private static void lookAtClaim(Agent agent, RequestHeaders headers, List<Sighting> seen) {
        var headless = headers.get("sec-ch-ua").filter(hint -> hint.contains("HeadlessChrome")).isPresent();
        if (agent.claim() == Claim.HEADLESS || headless) {
            seen.add(Sighting.of("headless-browser", "says that it is a browser without a screen"));
            return;
        }
        switch (agent.claim()) {
            case BROWSER -> {
            }
            case NOTHING -> seen.add(Sighting.of("no-agent", "does not say what it is"));
            case CRAWLER -> seen.add(Sighting.of("known-crawler", "says that it is a crawler"));
            case LIBRARY -> seen.add(Sighting.of("http-library", "says that it is a program's HTTP client"));
            case OTHER_BOT -> seen.add(Sighting.of("known-bot", "its name is on the list of known bots"));
            case HEADLESS -> throw new IllegalStateException("was looked at before");
        }
    }

    private static void lookForMissing(Agent agent, RequestHeaders headers, List<Sighting> seen) {
        if (!headers.has("accept-language")) {
            seen.add(Sighting.of("no-language", "no Accept-Language"));
        }
        var encoding = headers.get("accept-encoding");
        if (encoding.isEmpty()) {
            seen.add(Sighting.of("no-encoding", "no Accept-Encoding"));
        } else if (headers.isSecure() && !encoding.get().contains("br")) {
            seen.add(Sighting.of("no-brotli", "a compression that every browser takes is not offered"));
        }
        if (headers.isSecure() && !agent.inApp() && sendsFetchMetadata(agent) && !headers.has("sec-fetch-site")
                && !headers.has("sec-fetch-mode")) {
            seen.add(Sighting.of("no-fetch-metadata", "no Sec-Fetch headers from a browser that sends them"));
        }
        if (headers.isSecure() && agent.engine() == Engine.CHROMIUM && agent.version() >= CLIENT_HINTS && !agent.inApp()
                && !headers.has("sec-ch-ua")) {
            seen.add(Sighting.of("no-client-hints", "no Sec-CH-UA from a browser that sends it"));
        }
    }

    /** Safari came to it late and in steps, so nothing is concluded there. */
    private static boolean sendsFetchMetadata(Agent agent) {
        return switch (agent.engine()) {
            case CHROMIUM -> agent.version() >= FETCH_METADATA_CHROMIUM;
            case FIREFOX -> agent.version() >= FETCH_METADATA_FIREFOX;
            case SAFARI, OTHER -> false;
        };
    }

    private static void lookAtHints(Agent agent, RequestHeaders headers, Map<String, String> brands,
            List<Sighting> seen) {
        if (agent.engine() != Engine.CHROMIUM) {
            seen.add(Sighting.of("alien-client-hints", "Sec-CH-UA from a browser that does not send it"));
            return;
        }
        var told = brands.get("Chromium");
        if (told != null && !told.equals(String.valueOf(agent.version()))) {
            seen.add(Sighting.of("hint-version", "User-Agent and Sec-CH-UA name different versions"));
        }
        headers.get("sec-ch-ua-platform").map(hint -> hint.replace("\"", "").strip())
                .filter(platform -> !agent.platform().fits(platform))
                .ifPresent(ignored -> seen.add(Sighting.of("hint-platform",
                        "User-Agent and Sec-CH-UA-Platform name different systems")));
        headers.get("sec-ch-ua-mobile").filter(hint -> hint.strip().equals(agent.mobile() ? "?0" : "?1"))
                .ifPresent(ignored -> seen.add(Sighting.of("hint-mobile",
                        "User-Agent and Sec-CH-UA-Mobile disagree")));
        if (agent.version() >= GREASE_WITHOUT_SPACE
                && brands.keySet().stream().anyMatch(brand -> brand.startsWith(" "))) {
            seen.add(Sighting.of("stale-grease", "a made-up brand that this version does not use any more"));
        }
        if (!headers.isSpelled("sec-ch-ua")) {
            seen.add(Sighting.of("header-spelling", "Sec-CH-UA is not spelled as this browser spells it"));
        }
    }
}
