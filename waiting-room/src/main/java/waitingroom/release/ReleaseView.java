package waitingroom.release;

import java.time.Instant;

import waitingroom.release.Release.AccessCodes;
import waitingroom.release.Release.Binding;
import waitingroom.release.Release.Mode;
import waitingroom.release.Release.Phase;
import waitingroom.release.Release.Policy;

/** A release as anybody may see it. */
record ReleaseView(String id, String eventId, String organizationId, String title, Policy policy, Instant lobbyOpensAt,
        Instant opensAt, Instant closesAt, int ratePerMinute, int maxActive, int claimSeconds, int admissionSeconds,
        int maxOrders, int maxSeats, Binding binding, AccessCodes accessCodes, Mode mode, String message, Brand brand,
        Phase phase,
        String commitment, long version) {

    static ReleaseView of(StoredRelease stored, Instant now) {
        var release = stored.release();
        return new ReleaseView(release.id(), release.eventId(), release.organizationId(), release.title(),
                release.policy(), release.lobbyOpensAt(), release.opensAt(), release.closesAt().orElse(null),
                release.ratePerMinute(), release.maxActive(), release.claimSeconds(), release.admissionSeconds(),
                release.maxOrders(), release.maxSeats(), release.binding(), release.accessCodes(), release.mode(),
                release.message(), release.brand(), stored.phaseAt(now),
                release.policy() == Policy.DRAW ? stored.commitment() : null,
                stored.version());
    }
}
