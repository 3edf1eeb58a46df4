package botdefense.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import botdefense.Action;
import botdefense.policy.Ladder.Step;
import botdefense.policy.Policy;
import botdefense.policy.PolicyReader;
import botdefense.policy.Verdict;
import botdefense.score.RequestHeaders.Protocol;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** What the built-in policy makes of clients that were seen: the full verdict, rules in shadow included. */
class ClientsTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Policy POLICY = PolicyReader.builtIn();
    private static final HeaderRules RULES = new HeaderRules();

    @Test
    void knownBotsAreChallengedOrWorse() {
        var bots = read("bot-user-agents.jsonl");

        var passed = bots.stream().filter(bot -> !isChallenged(ofAgent(bot))).map(bot -> bot.get("ua").asText())
                .toList();

        assertThat(passed).as("bots let through").hasSizeLessThanOrEqualTo(bots.size() * 2 / 100);
    }

    @Test
    void browsersAreNotEvenChallenged() {
        var challenged = 0.0;
        for (var browser : read("browser-user-agents.jsonl")) {
            var outcome = ofAgent(browser);
            challenged += isChallenged(outcome) ? browser.get("weight").asDouble() : 0;
            assertThat(outcome.step()).as(browser.get("ua").asText()).isNotEqualTo(Step.DENY);
        }

        assertThat(challenged).as("share of browsers challenged").isLessThanOrEqualTo(0.005);
    }

    /** A forged agent alone does not make a browser's request. */
    @Test
    void anAgentWithoutTheRestOfABrowserIsChallenged() {
        var headers = List.of(Map.entry("Host", "tickets.example"), Map.entry("Accept", "*/*"),
                Map.entry("User-Agent",
                        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
                                + "Chrome/140.0.0.0 Safari/537.36"));

        assertThat(isChallenged(outcome(new RequestHeaders(Protocol.H2, headers)))).isTrue();
    }

    @Test
    void librariesAndAutomationAreChallengedAndTheBrowserBesideThemIsNot() {
        var challengedByClient = new TreeMap<String, List<Boolean>>();
        for (var request : read("captured-client-headers.jsonl")) {
            var protocol = request.get("proto").asText().equals("h2") ? Protocol.H2 : Protocol.H1;
            challengedByClient.computeIfAbsent(request.get("client").asText(), client -> new ArrayList<>())
                    .add(isChallenged(outcome(protocol, request.get("headers"))));
        }
        var controls = challengedByClient.remove("chromium-headful-human-control");
        var all = challengedByClient.values().stream().flatMap(List::stream).toList();

        assertThat(controls).isNotEmpty().containsOnly(false);
        assertThat(all).as(challengedByClient.toString()).filteredOn(caught -> caught)
                .hasSizeGreaterThanOrEqualTo(all.size() * 8 / 10);
        assertThat(challengedByClient.values()).as(challengedByClient.toString())
                .filteredOn(requests -> !requests.contains(false))
                .hasSizeGreaterThanOrEqualTo(challengedByClient.size() * 8 / 10);
    }

    @Test
    void madeUpBrowsersAreHardlyChallenged() {
        var sets = read("browser-header-sets.jsonl");

        var challenged = sets.stream().filter(set -> isChallenged(outcome(
                set.get("httpVersion").asText().equals("2") ? Protocol.H2 : Protocol.H1, set.get("headers")))).toList();

        assertThat(challenged).hasSizeLessThanOrEqualTo(sets.size() / 100);
    }

    /** With the host the headers are a whole request, of which something missing is told. */
    @Test
    void madeUpBrowsersAreHardlyChallengedAsWholeRequestsEither() {
        var sets = read("browser-header-sets.jsonl");

        var challenged = sets.stream().filter(set -> isChallenged(outcome(
                set.get("httpVersion").asText().equals("2") ? Protocol.H2 : Protocol.H1, set.get("headers"),
                List.of(Map.entry("Host", "tickets.example"))))).toList();

        assertThat(challenged).hasSizeLessThanOrEqualTo(sets.size() / 100);
    }

    @Test
    void appsThatShowPagesAreBrowsers() {
        for (var agent : List.of(
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
                        + "Mobile/15E148 Instagram 389.0.0.27.87 (iPhone15,2; iOS 18_5; en_US; en; scale=3.00)",
                "Mozilla/5.0 (Linux; Android 15; SM-S918B Build/AP3A.240905.015; wv) AppleWebKit/537.36 (KHTML, like "
                        + "Gecko) Version/4.0 Chrome/138.0.7204.63 Mobile Safari/537.36 Instagram 389.0.0.42.89 Android",
                "Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/AP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) "
                        + "Version/4.0 Chrome/126.0.6478.122 Mobile Safari/537.36 "
                        + "[FB_IAB/FB4A;FBAV/470.0.0.41.107;IABMV/1;]",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
                        + "Mobile/21F90 [FBAN/FBIOS;FBAV/470.0.0.38.108;FBDV/iPhone14,5;FBSN/iOS]")) {
            var headers = List.of(Map.entry("Host", "tickets.example"), Map.entry("User-Agent", agent),
                    Map.entry("Accept", "*/*"), Map.entry("Accept-Language", "en-US"),
                    Map.entry("Accept-Encoding", "gzip, deflate, br"));

            assertThat(isChallenged(outcome(RequestHeaders.received(Protocol.H2, headers, false)))).as(agent).isFalse();
        }
    }

    private static Assessment.Outcome ofAgent(JsonNode client) {
        return outcome(
                new RequestHeaders(Protocol.H2, List.of(Map.entry("User-Agent", client.get("ua").asText()))));
    }

    private static Assessment.Outcome outcome(Protocol protocol, JsonNode headers) {
        return outcome(protocol, headers, List.of());
    }

    private static Assessment.Outcome outcome(Protocol protocol, JsonNode headers,
            List<Map.Entry<String, String>> more) {
        var all = new ArrayList<>(more);
        headers.forEach(header -> all.add(Map.entry(header.get(0).asText(), header.get(1).asText())));
        return outcome(new RequestHeaders(protocol, all));
    }

    private static Assessment.Outcome outcome(RequestHeaders headers) {
        return Scorer.assess(POLICY, Action.JOIN, RULES.look(headers), Step.NONE, 0).full();
    }

    private static boolean isChallenged(Assessment.Outcome outcome) {
        return outcome.step().verdict().compareTo(Verdict.CHALLENGE) >= 0;
    }

    private static List<JsonNode> read(String file) {
        try (var lines = new BufferedReader(new InputStreamReader(
                ClientsTest.class.getResourceAsStream("/clients/" + file), StandardCharsets.UTF_8))) {
            return lines.lines().map(ClientsTest::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
