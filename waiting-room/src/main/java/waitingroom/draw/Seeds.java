package waitingroom.draw;

import java.nio.charset.StandardCharsets;

import jakarta.inject.Singleton;

import waitingroom.secret.MasterSecret;

/**
 * The seeds of all draws, made from the waiting room's secret and the incarnation of the release, which is random.
 * Nothing secret is stored, so a copy of the store does not tell who will stand where.
 */
@Singleton
public class Seeds {

    private final byte[] key;

    public Seeds(MasterSecret secret) {
        this.key = secret.keyFor("draw-seed");
    }

    public Seed of(String release, String incarnation) {
        return Seed.of(MasterSecret.hmac(key, (release + " " + incarnation).getBytes(StandardCharsets.UTF_8)));
    }
}
