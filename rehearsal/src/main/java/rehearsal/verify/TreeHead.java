package rehearsal.verify;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A signed tree head as it travels: a compact JWS, ES256. */
record TreeHead(JsonNode header, JsonNode claims, String signed, byte[] signature) {

    static TreeHead parse(String jws) throws IOException {
        var parts = jws.split("\\.");
        if (parts.length != 3) {
            throw new IOException("not a compact JWS");
        }
        return new TreeHead(json(parts[0]), json(parts[1]), parts[0] + "." + parts[1],
                Base64.getUrlDecoder().decode(parts[2]));
    }

    /** Tells in the report whatever does not speak for this root of this release. */
    void check(Report report, JsonNode keys, String release, long size, String root) {
        report.expect("tree-head+jwt".equals(header.path("typ").asText()), "what was signed is not a tree head")
                .expect("ES256".equals(header.path("alg").asText()), "the tree head is signed by an unknown algorithm")
                .expect(release.equals(claims.path("rel").asText()), "the tree head is another release's")
                .expect(size == claims.path("size").asLong(-1), "the signed size is " + claims.path("size"))
                .expect(root.equals(claims.path("root").asText()), "the signed root is another: entries are omitted,"
                        + " inserted, reordered or changed")
                .expect(isSignedByOneOf(keys), "the tree head is not signed by a published key");
    }

    private boolean isSignedByOneOf(JsonNode keys) {
        return StreamSupport.stream(keys.path("keys").spliterator(), false)
                .anyMatch(key -> key.path("kid").equals(header.path("kid")) && isSignedBy(key));
    }

    private boolean isSignedBy(JsonNode key) {
        try {
            var curve = AlgorithmParameters.getInstance("EC");
            curve.init(new ECGenParameterSpec("secp256r1"));
            var spec = new ECPublicKeySpec(new ECPoint(coordinate(key, "x"), coordinate(key, "y")),
                    curve.getParameterSpec(ECParameterSpec.class));
            var verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
            verifier.initVerify(KeyFactory.getInstance("EC").generatePublic(spec));
            verifier.update(signed.getBytes(StandardCharsets.US_ASCII));
            return verifier.verify(signature);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false; // a key or a signature that cannot be read has signed nothing
        }
    }

    private static BigInteger coordinate(JsonNode key, String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(name).asText()));
    }

    private static JsonNode json(String part) throws IOException {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(part));
    }
}
