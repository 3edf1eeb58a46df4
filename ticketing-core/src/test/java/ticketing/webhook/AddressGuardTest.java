package ticketing.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ticketing.webhook.AddressGuard.Verdict;

/** Nobody makes the core call where only the core can (SSRF), in whatever way the address is written. */
class AddressGuardTest {

    private final AddressGuard guard = new AddressGuard(List.of());

    @ParameterizedTest
    @ValueSource(strings = { "127.0.0.1", "127.8.9.10", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1",
            "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "198.18.0.1", "192.0.0.8",
            "::", "::1", "fe80::1", "fc00::1", "fd00:ec2::254", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
            "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::a00:1", "2002:7f00:1::", "2001:0:7f00:1::", "2001:db8::1" })
    void whatIsNotPublicIsForbidden(String address) throws UnknownHostException {
        assertThat(guard.judge(InetAddress.getByName(address))).isEqualTo(Verdict.FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(strings = { "93.184.216.34", "8.8.8.8", "172.32.0.1", "2606:4700::1111", "2a00:1450:4001::1" })
    void whatIsPublicIsNot(String address) throws UnknownHostException {
        assertThat(guard.judge(InetAddress.getByName(address))).isEqualTo(Verdict.PUBLIC);
    }

    @Test
    void theOperatorMayOpenNetworksForTests() throws UnknownHostException {
        var open = new AddressGuard(List.of("127.0.0.1/32", " 10.20.0.0/16"));

        assertThat(open.judge(InetAddress.getByName("127.0.0.1"))).isEqualTo(Verdict.ALLOWED);
        assertThat(open.judge(InetAddress.getByName("10.20.30.40"))).isEqualTo(Verdict.ALLOWED);
        assertThat(open.judge(InetAddress.getByName("127.0.0.2"))).isEqualTo(Verdict.FORBIDDEN);
    }

    @Test
    void oneBadAddressSpoilsAName() throws UnknownHostException {
        assertThat(guard.judge(List.of(InetAddress.getByName("8.8.8.8"), InetAddress.getByName("10.0.0.1"))))
                .isEqualTo(Verdict.FORBIDDEN);
        assertThat(guard.judge(List.of())).isEqualTo(Verdict.FORBIDDEN);
    }
}
