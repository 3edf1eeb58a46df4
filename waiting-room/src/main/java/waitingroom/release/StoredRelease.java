package waitingroom.release;

/**
 * A release as the store has it.
 *
 * @param version     counts its changes; the {@code ETag} of its address
 * @param incarnation tells a release from an earlier, deleted one of the same id
 * @param reason      why staff set the present mode; empty when they gave none
 */
public record StoredRelease(Release release, long version, String incarnation, String reason) {

    public String id() {
        return release.id();
    }

    String tag() {
        return Long.toString(version);
    }
}
