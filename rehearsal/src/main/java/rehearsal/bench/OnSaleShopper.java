package rehearsal.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

import rehearsal.bench.OnSaleHttp.Reply;
import rehearsal.load.Jws;

/**
 * From the call to the tickets, as somebody at a simulated on-sale: claims the admission, enters the shop, holds two seats
 * and pays. Spinners give their seats back and take them again before they have a customer for them.
 */
final class OnSaleShopper {

    /** What an order may have, and a buyer. */
    static final int SEATS_EACH = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);
    private static final Duration TO_READ = Duration.ofMillis(2_500);
    private static final int MOST_PUZZLES = 3;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final OnSaleHttp http;
    private final String claim;
    private final String core;
    private final String event;

    OnSaleShopper(OnSaleHttp http, int waitingRoomPort, String release, int corePort, String event) {
        this.http = http;
        this.event = event;
        claim = "http://127.0.0.1:%d/api/waiting-room/releases/%s/visitors/me/admission".formatted(waitingRoomPort,
                release);
        core = "http://127.0.0.1:%d/api/ticketing".formatted(corePort);
    }

    /** Whether the visitor has tickets in the end. */
    boolean buy(OnSaleStay stay) throws IOException, InterruptedException {
        var visit = new Visit(stay);
        var admission = visit.post(claim, "", Map.of("Cookie", stay.cookie()), "{}");
        var token = admission.document().path("token").asText();
        var entered = admission.status() != 201
                ? admission
                : visit.post(core + "/admissions", token, Map.of(), "{\"token\":\"" + token + "\"}");
        if (entered.status() != 201) {
            return false;
        }
        visit.session = entered.document().path("session").asText();
        var held = visit.hold();
        for (var spin = 0; spin < stay.visitor().kind().spins() && held.status() == 201; spin++) {
            visit.delete(core + "/holds/" + held.document().path("id").asText());
            held = visit.hold();
        }
        return held.status() == 201 && pay(visit, held);
    }

    private boolean pay(Visit visit, Reply held) throws IOException, InterruptedException {
        var visitor = visit.stay.visitor();
        if (visitor.kind().reads()) {
            OnSaleHttp.pause(TO_READ);
        }
        var paid = visit.post(core + "/holds/" + held.document().path("id").asText() + "/order", visit.session,
                Map.of("Authorization", "DPoP " + visit.session, "Idempotency-Key", UUID.randomUUID().toString()),
                "{\"buyer\":{\"name\":\"Somebody\",\"email\":\"%s\"},\"payment\":{\"method\":\"demo\",\"token\":\"ok\"}}"
                        .formatted(visitor.email()));
        if (paid.status() == 201 && paid.document().path("state").asText().equals("PAID")) {
            return true;
        }
        visit.delete(core + "/admissions/current");
        return false;
    }

    /** One who is in the shop, request by request; whoever shares an admission asks from everywhere in turn. */
    private final class Visit {

        private final OnSaleStay stay;
        private String session = "";
        private int requests;

        private Visit(OnSaleStay stay) {
            this.stay = stay;
        }

        private String address() {
            var addresses = stay.visitor().addresses();
            return addresses.get(requests++ % addresses.size());
        }

        private Reply hold() throws IOException, InterruptedException {
            return post(core + "/events/" + event + "/holds", session, Map.of("Authorization", "DPoP " + session),
                    "{\"category\":\"standard\",\"quantity\":" + SEATS_EACH + ",\"together\":false}");
        }

        private void delete(String url) throws IOException, InterruptedException {
            http.send(OnSaleHttp.request(URI.create(url), stay.visitor(), address())
                    .header("Authorization", "DPoP " + session).DELETE());
        }

        /** The answer, once it neither asks for patience nor for work; or the last that did. */
        private Reply post(String url, String secret, Map<String, String> headers, String body)
                throws IOException, InterruptedException {
            var until = System.nanoTime() + PATIENCE.toNanos();
            var solution = "";
            var puzzles = 0;
            while (true) {
                var request = OnSaleHttp.request(URI.create(url), stay.visitor(), address())
                        .header("DPoP", proof(url, secret)).POST(BodyPublishers.ofString(body));
                headers.forEach(request::header);
                var reply = http.send(solution.isEmpty() ? request : request.header("Challenge-Solution", solution));
                if (reply.code().equals("challenge-required") && stay.visitor().kind().solves()
                        && puzzles++ < MOST_PUZZLES) {
                    solution = BASE64.encodeToString(OnSaleHttp.solve(reply.document().path("challenge")).toString()
                            .getBytes(StandardCharsets.UTF_8));
                } else if (System.nanoTime() < until && isWorthWaiting(reply)) {
                    OnSaleHttp.pause(reply.asksForPatience() ? reply.retryAfter() : BETWEEN_LOOKS);
                } else {
                    return reply;
                }
            }
        }

        private static boolean isWorthWaiting(Reply reply) {
            return reply.asksForPatience() || reply.status() == 202 || reply.code().equals("not-called");
        }

        private String proof(String url, String secret) {
            var claims = "{\"htm\":\"POST\",\"htu\":\"%s\",\"iat\":%d,\"jti\":\"%s\"%s}".formatted(url,
                    System.currentTimeMillis() / 1000, UUID.randomUUID(),
                    secret.isEmpty() ? "" : ",\"ath\":\"" + BASE64.encodeToString(OnSaleHttp.digest(secret)) + "\"");
            return Jws.sign(stay.visitor().keys().getPrivate(),
                    "{\"typ\":\"dpop+jwt\",\"alg\":\"ES256\",\"jwk\":" + stay.visitor().jwk() + "}", claims);
        }
    }
}
