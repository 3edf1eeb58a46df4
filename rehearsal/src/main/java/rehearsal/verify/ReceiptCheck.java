package rehearsal.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.StreamSupport;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.fasterxml.jackson.databind.JsonNode;

/** Whether a receipt's entry stands in the log whose head was signed, and is about whom the receipt names. */
final class ReceiptCheck {

    private static final int PSEUDONYM_BYTES = 20;

    private ReceiptCheck() {}

    static Report check(Published published, JsonNode receipt) throws IOException {
        var leaf = receipt.path("leaf").asText();
        var size = receipt.path("treeSize").asLong();
        var index = receipt.path("index").asLong();
        var path = StreamSupport.stream(receipt.path("auditPath").spliterator(), false).map(JsonNode::asText).toList();
        var report = new Report().fact("entry", leaf).fact("index", index).fact("tree size", size)
                .expect(leaf.contains(" " + pseudonym(receipt) + " "), "the entry is about somebody else");
        TreeHead.parse(receipt.path("treeHead").asText()).check(report, published.keys(), published.text("release"),
                size, Merkle.rootByPath(leaf, index, size, path));
        return report;
    }

    private static String pseudonym(JsonNode receipt) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getUrlDecoder().decode(receipt.path("nonce").asText()), "HmacSHA256"));
            var hash = mac.doFinal(receipt.path("visitor").asText().getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, PSEUDONYM_BYTES));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return "unreadable nonce";
        }
    }
}
