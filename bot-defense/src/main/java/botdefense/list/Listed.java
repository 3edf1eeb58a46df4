package botdefense.list;

import java.util.Optional;

/**
 * What a client could be listed by.
 *
 * @param address  4 or 16 bytes
 * @param system   number of its autonomous system
 * @param mailHash hex SHA-256 of the mail address in lower case
 */
public record Listed(byte[] address, Optional<Integer> system, Optional<String> deviceKey,
        Optional<String> mailHash) {}
