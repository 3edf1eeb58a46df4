package rehearsal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogCheckTest {

    private static final List<String> LOG = List.of("cap 1 600 100", "join 2 a 1", "join 3 b 2", "join 4 c 3",
            "call 5 1 3", "admit 6 1", "admit 7 2", "expire 8 3");

    private static KeyPair key;

    @BeforeAll
    static void makeKey() throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        key = generator.generateKeyPair();
    }

    @Test
    void aSignedFairLogIsSound() throws Exception {
        assertThat(LogCheck.check(published(LOG)).findings()).isEmpty();
    }

    @Test
    void entriesAfterTheSignedOnesAreNotJudgedYet() throws Exception {
        assertThat(LogCheck.check(tampered(log -> log.add("join 9 d 4"))).findings()).isEmpty();
    }

    @Test
    void anOmittedEntryIsFound() throws Exception {
        assertThat(LogCheck.check(tampered(log -> log.remove(2))).findings())
                .containsExactly("8 entries were signed, 7 are shown");
    }

    @Test
    void anInsertedReorderedOrChangedEntryIsFound() throws Exception {
        assertBroken(tampered(log -> log.add(4, "join 4 z 4")));
        assertBroken(tampered(log -> Collections.swap(log, 5, 6)));
        assertBroken(tampered(log -> log.set(1, "join 2 z 1")));
    }

    @Test
    void aHeadOfAnotherKeyReleaseOrPurposeIsFound() throws Exception {
        assertThat(
                LogCheck.check(published(LOG, text -> text.replace("\"kid\":\"k\"", "\"kid\":\"other\""))).findings())
                .containsExactly("the tree head is not signed by a published key");
        assertThat(LogCheck.check(published(LOG, text -> text.replace("spring", "autumn"))).findings())
                .containsExactly("the tree head is another release's");
        assertThat(LogCheck.check(published(LOG, text -> text.replace("tree-head+jwt", "admission+jwt"))).findings())
                .containsExactly("what was signed is not a tree head");
    }

    @Test
    void aForgedSignatureIsFound() throws Exception {
        var sound = published(LOG);
        makeKey();
        var withOtherKeys = new Published(sound.fairness(), published(LOG).keys(), LOG);

        assertThat(LogCheck.check(withOtherKeys).findings())
                .containsExactly("the tree head is not signed by a published key");
    }

    @Test
    void anExportIsCheckedLikeTheRunningStack(@TempDir Path directory) throws Exception {
        published(LOG).export(directory);

        assertThat(LogCheck.check(Published.from(directory.toString())).findings()).isEmpty();
    }

    private static void assertBroken(Published published) throws Exception {
        assertThat(LogCheck.check(published).findings()).anyMatch(finding -> finding.startsWith("the signed root is"));
    }

    private interface Tampering {
        void with(List<String> log);
    }

    private static Published tampered(Tampering tampering) throws Exception {
        var log = new ArrayList<>(LOG);
        tampering.with(log);
        var signed = published(LOG);
        return new Published(signed.fairness(), signed.keys(), log);
    }

    private static Published published(List<String> log) throws Exception {
        return published(log, UnaryOperator.identity());
    }

    private static Published published(List<String> log, UnaryOperator<String> forging) throws Exception {
        var json = new ObjectMapper();
        var header = forging.apply("{\"alg\":\"ES256\",\"kid\":\"k\",\"typ\":\"tree-head+jwt\"}");
        var claims = forging.apply("{\"iss\":\"waiting-room\",\"rel\":\"spring\",\"size\":%d,\"root\":\"%s\"}"
                .formatted(log.size(), Merkle.root(log)));
        var content = base64(header.getBytes(StandardCharsets.UTF_8)) + "."
                + base64(claims.getBytes(StandardCharsets.UTF_8));
        var signer = Signature.getInstance("SHA256withECDSAinP1363Format");
        signer.initSign(key.getPrivate());
        signer.update(content.getBytes(StandardCharsets.US_ASCII));
        var point = ((ECPublicKey) key.getPublic()).getW();
        return new Published(
                json.createObjectNode().put("release", "spring").put("treeSize", log.size())
                        .put("treeHead", content + "." + base64(signer.sign())),
                json.readTree("{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"k\",\"x\":\"%s\",\"y\":\"%s\"}]}"
                        .formatted(coordinate(point.getAffineX()), coordinate(point.getAffineY()))),
                log);
    }

    private static String coordinate(BigInteger value) {
        return base64(value.toByteArray());
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
