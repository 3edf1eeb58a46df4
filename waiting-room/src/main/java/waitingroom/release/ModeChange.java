package waitingroom.release;

import java.util.Optional;

import waitingroom.release.Release.Mode;

/** A wish to set a release's mode; without a message of its own the one before stays. */
record ModeChange(Mode mode, Optional<String> reason, Optional<String> message) {

    Release apply(Release was) {
        return new Release(was.id(), was.eventId(), was.organizationId(), was.title(), was.policy(),
                was.lobbyOpensAt(), was.opensAt(), was.closesAt(), was.ratePerMinute(), was.maxActive(),
                was.claimSeconds(), was.admissionSeconds(), was.maxOrders(), was.maxSeats(), was.binding(),
                was.accessCodes(), mode, message.orElse(was.message()), was.brand());
    }
}
