package rehearsal.verify;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Recomputes a draw from what is published. This one file needs nothing but a JDK, and was written from
 * {@code docs/draw.md}, not from our services:
 *
 * <pre>
 * java VerifyDraw.java FAIRNESS [lobby index]
 * </pre>
 *
 * FAIRNESS is the address of a release's fairness page or a file that holds it. Without an index, the first twenty
 * places are shown.
 */
public final class VerifyDraw {

    static final String RULE = "feistel-siphash-1";

    private static final int ROUNDS = 12;

    private final long key0;
    private final long key1;
    private final long size;
    private final int leftBits;
    private final int rightBits;

    VerifyDraw(String release, String seed, String lobbyRoot, long size, String beacon) {
        var bytes = HexFormat.of();
        var prk = hmac(bytes.parseHex(lobbyRoot), bytes.parseHex(seed));
        var purpose = utf8("ticket-d-saster draw " + RULE);
        var info = ByteBuffer.allocate(2 + purpose.length + 2 + utf8(release).length + 8 + 2 + utf8(beacon).length + 1)
                .putShort((short) purpose.length).put(purpose)
                .putShort((short) utf8(release).length).put(utf8(release))
                .putLong(size)
                .putShort((short) utf8(beacon).length).put(utf8(beacon))
                .put((byte) 1);
        var key = ByteBuffer.wrap(hmac(prk, info.array())).order(ByteOrder.LITTLE_ENDIAN);
        this.key0 = key.getLong();
        this.key1 = key.getLong();
        this.size = size;
        var bits = Math.max(2, Long.toBinaryString(size - 1).length());
        this.leftBits = bits / 2;
        this.rightBits = bits - leftBits;
    }

    public static void main(String... args) throws IOException, InterruptedException {
        if (args.length < 1 || args.length > 2) {
            System.err.println("usage: java VerifyDraw.java FAIRNESS [lobby index]");
            System.exit(2);
        }
        var page = read(args[0]);
        var commitment = field(page, "commitment").orElse("");
        var seed = field(page, "seed").orElse("");
        var size = Long.parseLong(field(page, "lobbySize").orElse("0"));
        if (seed.isEmpty()) {
            System.out.println("The seed is not revealed yet; it was promised to hash to " + commitment);
            System.exit(1);
        }
        if (!isPromised(seed, commitment) || !RULE.equals(field(page, "rule").orElse(""))) {
            System.out.println("WRONG: the seed is not the promised one, or the rule is another than " + RULE);
            System.exit(1);
        }
        System.out.println("The seed is the promised one. The lobby held " + size + ".");
        field(page, "beacon").ifPresent(beacon -> System.out.println("Mixed in: " + beacon + ", announced as: "
                + field(page, "beaconSource").orElse("nothing") + ". Look it up there."));
        var draw = new VerifyDraw(field(page, "release").orElseThrow(), seed, field(page, "lobbyRoot").orElseThrow(),
                size, field(page, "beacon").orElse(""));
        var first = args.length == 2 ? Long.parseLong(args[1]) : 0;
        var end = args.length == 2 ? first + 1 : Math.min(size, 20);
        for (var index = first; index < end; index++) {
            System.out.println(
                    "lobby index " + index + " -> " + (index < size ? "place " + draw.placeOf(index) : "none"));
        }
    }

    static boolean isPromised(String seed, String commitment) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(HexFormat.of().parseHex(seed));
            return HexFormat.of().formatHex(hash).equals(commitment);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    long placeOf(long index) {
        var walked = index;
        do {
            var left = walked >>> rightBits;
            var right = low(rightBits, walked);
            for (var round = 0; round < ROUNDS; round++) {
                if (round % 2 == 0) {
                    left ^= low(leftBits, function(round, right));
                } else {
                    right ^= low(rightBits, function(round, left));
                }
            }
            walked = left << rightBits | right;
        } while (walked >= size);
        return walked + 1;
    }

    private static long low(int bits, long value) {
        return value & (1L << bits) - 1;
    }

    /** SipHash-2-4 of the round's number and one half. */
    private long function(int round, long half) {
        var message = (long) round << 56 | half;
        long[] v = { key0 ^ 0x736f6d6570736575L, key1 ^ 0x646f72616e646f6dL, key0 ^ 0x6c7967656e657261L,
                key1 ^ 0x7465646279746573L };
        for (var block : new long[]{ message, 8L << 56 }) {
            v[3] ^= block;
            sipRound(v);
            sipRound(v);
            v[0] ^= block;
        }
        v[2] ^= 0xff;
        for (var last = 0; last < 4; last++) {
            sipRound(v);
        }
        return v[0] ^ v[1] ^ v[2] ^ v[3];
    }

    private static void sipRound(long[] v) {
        v[0] += v[1];
        v[1] = Long.rotateLeft(v[1], 13) ^ v[0];
        v[0] = Long.rotateLeft(v[0], 32);
        v[2] += v[3];
        v[3] = Long.rotateLeft(v[3], 16) ^ v[2];
        v[0] += v[3];
        v[3] = Long.rotateLeft(v[3], 21) ^ v[0];
        v[2] += v[1];
        v[1] = Long.rotateLeft(v[1], 17) ^ v[2];
        v[2] = Long.rotateLeft(v[2], 32);
    }

    private static byte[] hmac(byte[] key, byte[] data) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String read(String source) throws IOException, InterruptedException {
        if (!source.startsWith("http")) {
            return Files.readString(Path.of(source));
        }
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(source)).build(),
                    HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    /** The page is one flat JSON object whose texts need no unescaping: a beacon has neither quotes nor backslashes. */
    private static Optional<String> field(String page, String name) {
        var matcher = Pattern.compile('"' + name + "\"\\s*:\\s*(?:\"([^\"\\\\]*)\"|(\\d+))").matcher(page);
        return matcher.find()
                ? Optional.ofNullable(matcher.group(1)).or(() -> Optional.of(matcher.group(2)))
                : Optional.empty();
    }
}
