package rehearsal.defense;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Traffic to replay: a recording, a request a line, or made up from what common clients send. */
final class Traffic {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like "
            + "Gecko) Chrome/%1$d.0.0.0 Safari/537.36";
    private static final String ANDROID = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) "
            + "Chrome/%1$d.0.0.0 Mobile Safari/537.36";
    private static final String IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 "
            + "(KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";
    private static final String INSTAGRAM = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) "
            + "AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Instagram 389.0.0.27.87";
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:%1$d.0) Gecko/20100101 Firefox/%1$d.0";
    private static final int NEWEST = 140;

    private final Random random;

    private Traffic(long seed) {
        random = new Random(seed);
    }

    static List<Client> recorded(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank()).map(Traffic::parse).toList();
        }
    }

    private static Client parse(String line) {
        try {
            return JSON.readValue(line, Client.class);
        } catch (IOException e) {
            throw new UncheckedIOException("no request: " + line, e);
        }
    }

    /** Four of five are bots, as in a bad on-sale. The same seed makes the same traffic. */
    static List<Client> generated(int count, long seed) {
        var traffic = new Traffic(seed);
        var clients = new ArrayList<Client>();
        for (var i = 0; i < count; i++) {
            clients.add(i % 5 == 0 ? traffic.fan() : traffic.bot(i));
        }
        return clients;
    }

    private Client fan() {
        var version = NEWEST - random.nextInt(6);
        return switch (random.nextInt(6)) {
            case 0, 1 ->
                client("fan", "chrome", "desktop", home(), chromium(CHROME.formatted(version), version, false));
            case 2 -> client("fan", "chrome", "mobile", mobile(), chromium(ANDROID.formatted(version), version, true));
            case 3 -> client("fan", "safari", "mobile", mobile(), plain(IPHONE));
            case 4 -> client("fan", "in-app", "mobile", campus(), plain(INSTAGRAM));
            default -> client("fan", "firefox", "desktop", campus(), firefox(version));
        };
    }

    private Client bot(int number) {
        var version = NEWEST - random.nextInt(6);
        return switch (number % 5) {
            case 1 -> client("bot", "flood: an HTTP library", "server", hosting(), List.of(host(),
                    List.of("user-agent", "python-requests/2.32." + random.nextInt(4)),
                    List.of("accept-encoding", "gzip, deflate"), List.of("accept", "*/*")));
            case 2 -> client("bot", "farm: forged agent, nothing else", "server", hosting(), List.of(host(),
                    List.of("user-agent", CHROME.formatted(version)), List.of("accept", "*/*")));
            case 3 -> client("bot", "token sharing: forged header set", "server", home(),
                    without(chromium(CHROME.formatted(version), version, false), "accept-encoding",
                            List.of("accept-encoding", "gzip, deflate, br")));
            default -> client("bot", "patient headless: a real browser", "desktop", home(), random.nextBoolean()
                    ? chromium(CHROME.formatted(version), version, false)
                    : chromium(CHROME.formatted(version).replace("Chrome/", "HeadlessChrome/"), version, false));
        };
    }

    private Client client(String label, String kind, String device, String[] network, List<List<String>> headers) {
        return new Client(label, kind, device, network[0], network[1], "h2", headers, "join");
    }

    private static List<String> host() {
        return List.of(":authority", "tickets.example");
    }

    private static List<List<String>> chromium(String agent, int version, boolean mobile) {
        return List.of(host(),
                List.of("sec-ch-ua", "\"Chromium\";v=\"%1$d\", \"Google Chrome\";v=\"%1$d\", \"Not.A/Brand\";v=\"8\""
                        .formatted(version)),
                List.of("sec-ch-ua-mobile", mobile ? "?1" : "?0"),
                List.of("sec-ch-ua-platform", mobile ? "\"Android\"" : "\"Windows\""), List.of("user-agent", agent),
                List.of("accept", "*/*"), List.of("sec-fetch-site", "same-origin"), List.of("sec-fetch-mode", "cors"),
                List.of("sec-fetch-dest", "empty"), List.of("accept-encoding", "gzip, deflate, br, zstd"),
                List.of("accept-language", "en-US,en;q=0.9"));
    }

    private static List<List<String>> plain(String agent) {
        return List.of(host(), List.of("accept", "*/*"), List.of("user-agent", agent),
                List.of("accept-language", "en-GB,en;q=0.9"), List.of("accept-encoding", "gzip, deflate, br"));
    }

    private static List<List<String>> firefox(int version) {
        return List.of(host(), List.of("user-agent", FIREFOX.formatted(version)), List.of("accept", "*/*"),
                List.of("accept-language", "de,en;q=0.5"), List.of("accept-encoding", "gzip, deflate, br, zstd"),
                List.of("sec-fetch-dest", "empty"), List.of("sec-fetch-mode", "cors"),
                List.of("sec-fetch-site", "same-origin"));
    }

    private static List<List<String>> without(List<List<String>> headers, String name, List<String> instead) {
        return headers.stream().map(header -> header.getFirst().equals(name) ? instead : header).toList();
    }

    private String[] home() {
        return new String[]{ "home", "93.%d.%d.%d".formatted(192 + random.nextInt(60), random.nextInt(256), last()) };
    }

    private String[] mobile() {
        return new String[]{ "mobile", "172.%d.%d.%d".formatted(58 + random.nextInt(4), random.nextInt(256), last()) };
    }

    private String[] campus() {
        return new String[]{ "campus", "129.187.%d.%d".formatted(random.nextInt(8), last()) };
    }

    private String[] hosting() {
        return new String[]{ "hosting", "3.0.%d.%d".formatted(random.nextInt(256), last()) };
    }

    private int last() {
        return 1 + random.nextInt(250);
    }
}
