package rehearsal.verify;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Whether a draw is the promised one: the seed of the commitment, the lobby of the log. */
final class DrawCheck {

    private DrawCheck() {}

    static Report check(Published published) {
        var page = published.fairness();
        var report = new Report().fact("release", published.text("release"))
                .fact("commitment", published.text("commitment"));
        if (!page.hasNonNull("seed")) {
            return report.finding("the seed is not revealed yet");
        }
        var covered = page.path("lobbyTreeSize").asInt();
        report.fact("lobby size", lobbySize(published)).fact("beacon", published.text("beacon"))
                .fact("announced as", published.text("beaconSource"))
                .expect(VerifyDraw.RULE.equals(published.text("rule")), "the rule is another than " + VerifyDraw.RULE)
                .expect(VerifyDraw.isPromised(published.text("seed"), published.text("commitment")),
                        "the seed is not the promised one");
        if (published.log().size() < covered) {
            return report.finding("the log lacks entries of the lobby");
        }
        var lobby = published.log().subList(0, covered);
        var drawn = published.log().stream().filter(entry -> entry.startsWith("draw ")).findFirst().orElse("");
        return report
                .expect(drawn.isEmpty() || drawn.endsWith(" " + spelled(published.text("beacon"))),
                        "the beacon is not the one in the log")
                .expect(Merkle.root(lobby).equals(published.text("lobbyRoot")), "the lobby's root is not the log's")
                .expect(lobby.getLast().startsWith("close "), "the lobby was not closed before it was drawn")
                .expect(lobby.stream().filter(entry -> entry.startsWith("lobby ")).count() == lobbySize(published),
                        "the log tells of another number in the lobby");
    }

    private static String spelled(String beacon) {
        return beacon.isEmpty()
                ? "-"
                : Base64.getUrlEncoder().withoutPadding().encodeToString(beacon.getBytes(StandardCharsets.UTF_8));
    }

    static void place(Published published, long index, Report report) {
        report.fact("lobby index", index);
        if (index < 0 || index >= lobbySize(published)) {
            report.finding("nobody had that lobby index");
            return;
        }
        report.fact("place", new VerifyDraw(published.text("release"), published.text("seed"),
                published.text("lobbyRoot"), lobbySize(published), published.text("beacon")).placeOf(index));
    }

    private static long lobbySize(Published published) {
        return published.fairness().path("lobbySize").asLong();
    }
}
