package botdefense.policy;

import java.time.Instant;

/**
 * A policy as it was put, by whom and why. Versions are numbered from 1, which is what the service comes with.
 *
 * @param author a staff id; {@code built-in} of the first, {@code defense} where it acted by itself
 */
public record PolicyVersion(int version, Instant at, String author, String comment, Policy policy) {

    public String tag() {
        return "\"" + version + "\"";
    }
}
