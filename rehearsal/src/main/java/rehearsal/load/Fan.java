package rehearsal.load;

import java.security.KeyPair;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One fan's browser: a key, a cookie, an address, and the calls of the contract as bytes. */
public final class Fan {

    private static final String VISITORS = "/api/waiting-room/releases/%s/visitors";

    private final String address;
    private final String key;
    private final Optional<KeyPair> pair;
    private String cookie = "";
    private long place = -1;

    private Fan(int number, String key, Optional<KeyPair> pair) {
        this.address = "10.%d.%d.%d".formatted(number >> 16 & 255, number >> 8 & 255, number & 255);
        this.key = key;
        this.pair = pair;
    }

    /** Joins and waits, and can prove nothing. */
    public static Fan joining(int number, FanKeys keys) {
        return new Fan(number, keys.next(), Optional.empty());
    }

    /** Can claim an admission too. */
    public static Fan claiming(int number) {
        var pair = FanKeys.pair();
        return new Fan(number, FanKeys.jwk(pair), Optional.of(pair));
    }

    /** Either step of joining; or the same request to another address, to compare with. */
    public byte[] join(int port, String path) {
        return Http.post(port, path, headers(port), "{\"key\":" + key + "}");
    }

    public static String visitors(String release) {
        return VISITORS.formatted(release);
    }

    public byte[] me(int port, String release) {
        return Http.get(port, visitors(release) + "/me", headers(port));
    }

    public byte[] claim(int port, String release) {
        var path = visitors(release) + "/me/admission";
        var headers = headers(port);
        headers.put("DPoP", proof("http://127.0.0.1:" + port + path));
        return Http.post(port, path, headers, "{}");
    }

    private String proof(String url) {
        var claims = "{\"htm\":\"POST\",\"htu\":\"%s\",\"iat\":%d,\"jti\":\"%s\"}".formatted(url,
                System.currentTimeMillis() / 1000, UUID.randomUUID());
        return Jws.sign(pair.orElseThrow().getPrivate(),
                "{\"typ\":\"dpop+jwt\",\"alg\":\"ES256\",\"jwk\":" + key + "}", claims);
    }

    private Map<String, String> headers(int port) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Origin", "http://127.0.0.1:" + port);
        headers.put("X-Forwarded-For", address);
        if (!cookie.isEmpty()) {
            headers.put("Cookie", "visitor=" + cookie);
        }
        return headers;
    }

    /** Keeps what a join answered. */
    public void learn(Answer answer) {
        var set = answer.cookie("visitor");
        if (!set.isEmpty()) {
            cookie = set;
        }
        if (answer.status() == 200 || answer.status() == 201) {
            place = answer.number("place");
        }
    }

    /** -1 while there is none. */
    public long place() {
        return place;
    }
}
