package botdefense.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** B6: the client address is resolved from the right, through trusted proxies only. */
class AddressResolverTest {

    private final AddressResolver resolver = resolver("127.0.0.0/8", "::1/128", "10.0.0.0/8", "2001:db8:1::/48");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            // peer | header | address
            "203.0.113.7|''|203.0.113.7",
            "203.0.113.7|1.1.1.1|203.0.113.7",
            "127.0.0.1|''|127.0.0.1",
            "127.0.0.1|198.51.100.1|198.51.100.1",
            "127.0.0.1|1.1.1.1, 198.51.100.1|198.51.100.1",
            "127.0.0.1|1.1.1.1, 198.51.100.1, 10.1.2.3|198.51.100.1",
            "127.0.0.1|10.9.9.9, 10.1.2.3|10.9.9.9",
            "127.0.0.1|1.1.1.1, 198.51.100.1:4711|198.51.100.1",
            "127.0.0.1|1.1.1.1 , , 198.51.100.1 ,|198.51.100.1",
            "::1|2001:db8:2::5|2001:db8:2::5",
            "::1|[2001:db8:2::5]|2001:db8:2::5",
            "::1|[2001:db8:2::5]:443|2001:db8:2::5",
            "::1|2001:DB8:2:0:0:0:0:5, 2001:db8:1::9|2001:db8:2::5",
            "::ffff:127.0.0.1|::ffff:198.51.100.1|198.51.100.1",
            "0:0:0:0:0:0:0:1%lo|198.51.100.1|198.51.100.1" })
    void addressIsTheFirstFromTheRightThatNoTrustedProxyHas(String peer, String header, String address) {
        assertThat(resolve(peer, header).address()).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(strings = { "unknown", "_hidden", "1.2.3", "1.2.3.4.5", "1.2.3.256", "0x7f.1", "017700000001",
            "2130706433", "1.2.3.0/24", "1.2.3.*", "1.2.3.1-9", "*", "fe80::1%eth0", "[::1", "::1]", "[::1]x",
            "1.2.3.4:port", "<script>", "localhost", "1.1.1.1;2.2.2.2" })
    void whatIsNoAddressEndsTheSearchAtWhoWroteIt(String garbage) {
        var resolved = resolve("127.0.0.1", "1.1.1.1, " + garbage + ", 10.1.2.3");

        assertThat(resolved.address()).hasToString("10.1.2.3");
        assertThat(resolved.hops()).last().isEqualTo(new Hop("unreadable", "x-forwarded-for", false));
    }

    @Test
    void severalHeadersAreOneListInTheirOrder() {
        var resolved = resolver.resolve("127.0.0.1", List.of("1.1.1.1", "198.51.100.1, 10.0.0.1", "10.0.0.2"));

        assertThat(resolved.address()).hasToString("198.51.100.1");
        assertThat(resolved.hops()).extracting(Hop::address)
                .containsExactly("127.0.0.1", "10.0.0.2", "10.0.0.1", "198.51.100.1");
        assertThat(resolved.hops()).extracting(Hop::trusted).containsExactly(true, true, true, false);
    }

    @Test
    void endlessHeaderIsReadOnlySoFar() {
        var resolved = resolve("127.0.0.1", String.join(",", Collections.nCopies(10_000, "10.0.0.1")));

        assertThat(resolved.hops()).hasSize(33);
    }

    @Test
    void withoutTrustedProxiesThePeerIsTheClient() {
        var trusting = resolver();

        assertThat(trusting.resolve("127.0.0.1", List.of("1.1.1.1")).address()).hasToString("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = { "everyone", "10.0.0.0/33", "10.0.0.0/8;::1" })
    void settingThatIsNoNetworkFailsTheStart(String setting) {
        assertThatThrownBy(() -> resolver(setting)).hasMessageContaining("TRUSTED_PROXIES");
    }

    @Test
    void subscriberOfIpv6IsItsNetworkAndWhatIsShownIsTruncated() {
        var four = resolve("203.0.113.7", "").address();
        var six = resolve("2001:db8:2:3:4:5:6:7", "").address();

        assertThat(four.subscriber()).isEqualTo("203.0.113.7");
        assertThat(four.truncated()).isEqualTo("203.0.113.0/24");
        assertThat(six.subscriber()).isEqualTo("2001:db8:2:3::/64");
        assertThat(six.truncated()).isEqualTo("2001:db8:2::/48");
    }

    private AddressResolver.Resolved resolve(String peer, String header) {
        return resolver.resolve(peer, header.isEmpty() ? List.of() : List.of(header));
    }

    private static AddressResolver resolver(String... trusted) {
        return new AddressResolver(() -> List.of(trusted));
    }
}
