package waitingroom.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import waitingroom.secret.MasterSecret;
import waitingroom.visitor.Visitor.HeldPlace;

class VisitorCookiesTest {

    private static final Instant READY = Instant.parse("2030-01-01T20:00:00Z");
    private static final String THUMBPRINT = "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I";

    private final VisitorCookies cookies = cookies(1, "http://localhost:8080");

    @Test
    void whatIsWrittenIsRead() {
        var visitor = Visitor.withKey(THUMBPRINT, READY).holding(new HeldPlace("release", "incarnation", 42));

        assertThat(cookies.read(cookies.write(visitor))).contains(visitor);
        assertThat(cookies.read(cookies.write(cookies.anonymous(READY)))).isPresent();
    }

    @Test
    void everyChangedBitMakesItAForgery() {
        var bytes = Base64.getUrlDecoder().decode(cookies.write(Visitor.withKey(THUMBPRINT, READY)));
        for (var bit = 0; bit < bytes.length * 8; bit++) {
            var changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(cookies.read(Base64.getUrlEncoder().withoutPadding().encodeToString(changed))).isEmpty();
        }
    }

    @Test
    void whatIsNotOursIsNobody() {
        var visitor = Visitor.withKey(THUMBPRINT, READY);

        assertThat(cookies.read(null)).isEmpty();
        assertThat(cookies.read("")).isEmpty();
        assertThat(cookies.read("forged")).isEmpty();
        assertThat(cookies.read("A".repeat(5_000))).isEmpty();
        assertThat(cookies.read(cookies.write(visitor) + "=")).as("another spelling (R8)").isEmpty();
        assertThat(cookies.read(cookies.write(visitor) + "A")).as("something behind (R8)").isEmpty();
        assertThat(cookies.read(cookies(2, "http://x").write(visitor))).as("another secret").isEmpty();
    }

    @Test
    void theCookieCarriesTheLatestPlacesAndStaysSmall() {
        var visitor = IntStream.range(0, 20).boxed().reduce(Visitor.withKey(THUMBPRINT, READY),
                (holder, i) -> holder.holding(new HeldPlace("r".repeat(61) + i, "i".repeat(36), i)), (a, b) -> b);

        assertThat(visitor.places()).hasSize(8);
        assertThat(visitor.placeIn("r".repeat(61) + 19, "i".repeat(36))).isPresent();
        assertThat(visitor.placeIn("r".repeat(61) + 19, "another")).isEmpty();
        assertThat(cookies.read(cookies.write(visitor))).contains(visitor);
    }

    @Test
    void theCookieIsForTheBrowserAloneAndSecureWhereTheSiteIs() {
        var visitor = Visitor.withKey(THUMBPRINT, READY);

        assertThat(cookies.cookieOf(visitor)).matches(cookie -> cookie.isHttpOnly() && !cookie.isSecure()
                && cookie.getPath().equals("/"));
        assertThat(cookies(1, "https://tickets.example").cookieOf(visitor).isSecure()).isTrue();
    }

    private static VisitorCookies cookies(int secret, String url) {
        return new VisitorCookies(new MasterSecret(new byte[]{ (byte) secret }), () -> url);
    }
}
