package rehearsal.verify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** The Merkle tree of RFC 9162, section 2.1, as somebody sees it who holds all leaves or one path. Hashes in hex. */
final class Merkle {

    private Merkle() {}

    static String root(List<String> entries) {
        return HexFormat.of().formatHex(rootOf(entries));
    }

    /** The root to which a path leads, or nothing a root could be if the path has not the length it must have. */
    static String rootByPath(String entry, long index, long size, List<String> path) {
        var node = index;
        var last = size - 1;
        var hash = leaf(entry);
        for (var sibling : path.stream().map(HexFormat.of()::parseHex).toList()) {
            if (last == 0) {
                return "path too long";
            }
            if ((node & 1) == 1 || node == last) {
                hash = hash(1, sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = hash(1, hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && index < size ? HexFormat.of().formatHex(hash) : "path too short";
    }

    private static byte[] rootOf(List<String> entries) {
        if (entries.isEmpty()) {
            return sha256().digest();
        }
        if (entries.size() == 1) {
            return leaf(entries.getFirst());
        }
        var middle = Integer.highestOneBit(entries.size() - 1);
        return hash(1, rootOf(entries.subList(0, middle)), rootOf(entries.subList(middle, entries.size())));
    }

    private static byte[] leaf(String entry) {
        return hash(0, entry.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hash(int prefix, byte[]... parts) {
        var digest = sha256();
        digest.update((byte) prefix);
        Arrays.stream(parts).forEach(digest::update);
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
