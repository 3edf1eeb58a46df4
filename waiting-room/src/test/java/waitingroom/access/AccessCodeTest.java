package waitingroom.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessCodeTest {

    @ParameterizedTest
    @ValueSource(strings = { "FANCLUB-2030", "fanclub2030", " Fan Club\u00a02030 ", "FAN\u2013CLUB\u20132030",
            "ＦＡＮclub2030" })
    void howACodeIsTypedDoesNotMatter(String typed) {
        assertThat(AccessCode.read(typed)).contains(new AccessCode("FANCLUB2030"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "abc", "a-b-c", "fan_club", "fan|club", "{release}" })
    void whatCanBeNoCodeIsNone(String typed) {
        assertThat(AccessCode.read(typed)).isEmpty();
    }

    @Test
    void aMadeCodeIsReadAsItIsShown() {
        var code = AccessCode.random(new SecureRandom());

        assertThat(code.shown()).matches("[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}");
        assertThat(AccessCode.read(code.shown())).contains(code);
        assertThat(code.toString()).doesNotContain(code.text());
    }
}
