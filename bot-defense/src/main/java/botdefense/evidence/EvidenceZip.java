package botdefense.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;

/** A bundle as a file: a document for each part, and one that names the digest of each. */
final class EvidenceZip {

    private static final String HOW_TO_CHECK = "The hash of an audit entry is the SHA-256 of number, at (epoch "
            + "milliseconds), staff, action, subject, detail and previous, each followed by a line feed; previous is "
            + "the hash of the entry before. The last entry's hash is the chain's head.";

    private final ObjectWriter json;

    EvidenceZip(ObjectMapper mapper) {
        json = mapper.writerWithDefaultPrettyPrinter();
    }

    byte[] of(CollectEvidence.Bundle bundle) {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("decisions.json", write(bundle.decisions()));
        parts.put("policies.json", write(bundle.policies()));
        parts.put("audit.json", write(bundle.audit()));
        var digests = new LinkedHashMap<String, String>();
        parts.forEach((name, content) -> digests.put(name, digest(content)));
        parts.put("manifest.json", write(new Manifest(bundle.at().toString(), bundle.staff(), bundle.subject(),
                bundle.complete(), digests, HOW_TO_CHECK)));
        return zip(parts);
    }

    private static byte[] zip(Map<String, byte[]> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private byte[] write(Object document) {
        try {
            return json.writeValueAsBytes(document);
        } catch (IOException e) {
            throw new UncheckedIOException("evidence is no JSON", e);
        }
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this JVM", e);
        }
    }

    /** @param sha256 of each file of the bundle */
    private record Manifest(String at, String staff, String subject, boolean complete, Map<String, String> sha256,
            String howToCheck) {}
}
