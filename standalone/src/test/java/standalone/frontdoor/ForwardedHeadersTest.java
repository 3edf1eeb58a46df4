package standalone.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;

class ForwardedHeadersTest {

    @Test
    void whatAClientClaimsAboutItselfIsDropped() {
        var headers = MultiMap.caseInsensitiveMultiMap().add("Forwarded", "for=1.2.3.4")
                .add("X-Forwarded-For", "1.2.3.4").add("x-forwarded-for", "5.6.7.8").add("X-Forwarded-Port", "443")
                .add("X-Forwarded-Prefix", "/q").add("X_Forwarded_For", "1.2.3.4").add("X-Real-IP", "1.2.3.4")
                .add("Accept", "text/html");

        ForwardedHeaders.replace(headers, "127.0.0.1", "localhost:8080");

        assertThat(headers.names()).containsExactlyInAnyOrder("Accept", "X-Forwarded-For", "X-Forwarded-Proto",
                "X-Forwarded-Host");
        assertThat(headers.getAll("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(headers.get("X-Forwarded-Proto")).isEqualTo("http");
        assertThat(headers.get("X-Forwarded-Host")).isEqualTo("localhost:8080");
    }

    @Test
    void noHostIsInventedForAClientThatNamesNone() {
        var headers = MultiMap.caseInsensitiveMultiMap().add("X-Forwarded-Host", "evil.example");

        ForwardedHeaders.replace(headers, "127.0.0.1", "");

        assertThat(headers.contains("X-Forwarded-Host")).isFalse();
    }
}
