package waitingroom.fairness;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import com.nimbusds.jose.JWSObject;
import io.restassured.path.json.JsonPath;
import waitingroom.secret.MasterSecret;

/** What a fan checks of a receipt. */
public final class ReceiptCheck {

    private ReceiptCheck() {}

    /** The path leads from the entry to the root. */
    public static boolean leadsTo(String root, JsonPath receipt) {
        return MerkleProofs.includes(HexFormat.of().parseHex(root), receipt.getLong("treeSize"),
                receipt.getLong("index"), MerkleHash.leaf(receipt.getString("leaf")),
                hashes(receipt.getList("auditPath", String.class)));
    }

    /** The entry is about the visitor whom the receipt names. */
    public static boolean isAbout(JsonPath receipt) {
        var name = MasterSecret.hmac(Base64.getUrlDecoder().decode(receipt.getString("nonce")),
                receipt.getString("visitor").getBytes(StandardCharsets.UTF_8));
        return receipt.getString("leaf").split(" ")[2]
                .equals(Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(name, 20)));
    }

    /** The tree of the later receipt begins with that of the earlier one. */
    public static boolean continues(JsonPath before, JsonPath after, List<String> proof) {
        return MerkleProofs.extend(root(before), before.getLong("treeSize"), root(after), after.getLong("treeSize"),
                hashes(proof));
    }

    private static byte[] root(JsonPath receipt) {
        try {
            var claims = JWSObject.parse(receipt.getString("treeHead")).getPayload().toJSONObject();
            return HexFormat.of().parseHex((String) claims.get("root"));
        } catch (ParseException e) {
            throw new AssertionError("a receipt without a tree head", e);
        }
    }

    private static List<byte[]> hashes(List<String> hex) {
        return hex.stream().map(HexFormat.of()::parseHex).toList();
    }
}
