package botdefense.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import botdefense.network.Network.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkBookTest {

    @Test
    void theLongestNetworkCounts() {
        var map = new PrefixMap<String>();
        map.put(network("0.0.0.0/0"), "all");
        map.put(network("10.0.0.0/8"), "ten");
        map.put(network("10.1.0.0/16"), "ten one");
        map.put(network("10.1.2.3"), "one");
        map.put(network("2001:db8::/32"), "six");

        assertThat(find(map, "9.9.9.9")).contains("all");
        assertThat(find(map, "10.9.9.9")).contains("ten");
        assertThat(find(map, "10.1.9.9")).contains("ten one");
        assertThat(find(map, "10.1.2.3")).contains("one");
        assertThat(find(map, "2001:db8:ffff::1")).contains("six");
        assertThat(find(map, "2001:db9::1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "1.2.3", "1.2.3.4.5", "1.2.3.256", "1.2.3.0/33", "::/129", "example.org", "1.2.3.0/x",
            "fe80::1%eth0", ":::", "cafe" })
    void whatIsNoNetworkIsNone(String text) {
        assertThat(Cidr.parse(text)).isEmpty();
    }

    @Test
    void anOperatorsFilesOutrankWhatCameAlong(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("relay-of-a-maker.txt"), "# privacy relay\n3.0.0.0/15\n2a02:26f7::/32\n");
        Files.writeString(folder.resolve("anonymous.csv"), "cidr,asn,label\n192.0.2.0/24,AS64500,Exit nodes\n");

        var book = NetworkBook.read(Optional.of(folder));

        assertThat(NetworkBook.read(Optional.empty()).find(bytes("3.1.1.1")).kind()).isEqualTo(Kind.HOSTING);
        assertThat(book.find(bytes("3.0.1.1")).kind()).isEqualTo(Kind.RELAY);
        assertThat(book.find(bytes("2a02:26f7::1")).kind()).isEqualTo(Kind.RELAY);
        assertThat(book.find(bytes("192.0.2.9"))).isEqualTo(new Network(Kind.ANONYMOUS, Optional.of(64500)));
        assertThat(book.find(bytes("198.51.100.1"))).isEqualTo(Network.UNKNOWN);
    }

    @Test
    void aFileThatCannotBeReadFailsTheStart(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("listed.txt"), "everybody\n");

        assertThatThrownBy(() -> NetworkBook.read(Optional.of(folder))).hasMessageContaining("listed.txt");
    }

    private static Optional<String> find(PrefixMap<String> map, String address) {
        return map.find(bytes(address));
    }

    private static byte[] bytes(String address) {
        return network(address).bytes();
    }

    private static Cidr network(String text) {
        return Cidr.parse(text).orElseThrow();
    }
}
