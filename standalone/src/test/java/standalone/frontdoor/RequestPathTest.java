package standalone.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathTest {

    @ParameterizedTest
    @CsvSource({ "/,/", "/events/7,/events/7", "/events/7/,/events/7/", "//events///7,/events/7", "/./events,/events",
            "/queue/../events,/events", "/../../events,/events", "/%65vents,/events", "/a%2fb,/a%2Fb", "/a%20b,/a%20b",
            "/events/..,/", "/a/b/..,/a/" })
    void theNormalFormHasOneSpelling(String raw, String normal) {
        assertThat(RequestPath.of(raw)).map(RequestPath::normal).contains(normal);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "events", "*", "/%", "/%2", "/%zz", "/a\u0000b", "/a\u007fb" })
    void whatMakesNoSenseIsNoPath(String raw) {
        assertThat(RequestPath.of(raw)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/q", "/q/", "/q/health", "//q/health", "/./q/health", "/%71/health", "/%2571/health",
            "/q%2fhealth", "/api/../q/health", "/api/%2e%2e/q/health", "/api/%252e%252e/q/health", "/x%2f..%2fq/health",
            "/x/..;/q/health", "/q;a=b/health", "/x\\..\\q/health", "/%5cq/health", "/;/q/health" })
    void noSpellingOfTheHiddenPathsIsOverlooked(String raw) {
        assertThat(RequestPath.of(raw)).map(Route::of).contains(Route.HIDDEN);
    }

    @ParameterizedTest
    @CsvSource({ "/,CORE", "/events/7,CORE", "/api/ticketing/events,CORE", "/quality,CORE", "/queueing,CORE",
            "/queue/7,WAITING_ROOM", "/queue/7/../8,WAITING_ROOM", "/queue/../events,CORE",
            "/api/waiting-room/jwks.json,WAITING_ROOM", "/api/waiting-roomy,CORE", "/admin,CONSOLE",
            "/admin/releases,CONSOLE", "/administer,CORE", "/inbox,INBOX", "/inbox/7,INBOX", "/orders/q,CORE" })
    void everyPathHasOneRoute(String raw, Route route) {
        assertThat(RequestPath.of(raw)).map(Route::of).contains(route);
    }

    @Test
    void textOutsideOfAsciiIsKept() {
        assertThat(RequestPath.of("/caf%C3%A9")).map(RequestPath::normal).contains("/caf%C3%A9");
    }
}
