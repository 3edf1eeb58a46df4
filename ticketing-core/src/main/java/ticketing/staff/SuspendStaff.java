package ticketing.staff;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import ticketing.access.Caller;
import ticketing.audit.AuditTrail;
import ticketing.staff.StaffDirectoryStore.Person;

/**
 * Keeps somebody out, and lets them in again: whatever they signed in with, and their API tokens, count no more from the
 * next request on. Nobody keeps themselves out, so there is always an admin left.
 */
@ApplicationScoped
class SuspendStaff {

    private final StaffDirectoryStore directory;
    private final AuditTrail audit;
    private final Event<StaffSuspended> suspended;

    SuspendStaff(StaffDirectoryStore directory, AuditTrail audit, Event<StaffSuspended> suspended) {
        this.directory = directory;
        this.audit = audit;
        this.suspended = suspended;
    }

    /** What became of it. */
    sealed interface Outcome {
        record Done(Person person) implements Outcome {}

        record UnknownPerson() implements Outcome {}

        record Oneself() implements Outcome {}

        /** Another admin was faster: whoever asked is no admin any more. */
        record NoAdminAnyMore() implements Outcome {}
    }

    @Transactional
    Outcome suspend(UUID person, String reason, Caller by) {
        if (by.id().equals(person)) {
            return new Outcome.Oneself();
        }
        if (!directory.lockAdmins().contains(by.id())) {
            return new Outcome.NoAdminAnyMore();
        }
        if (directory.find(person).isEmpty()) {
            return new Outcome.UnknownPerson();
        }
        directory.suspend(person, reason);
        suspended.fire(new StaffSuspended(person));
        audit.record(by.id(), Optional.empty(), "staff.suspended", person.toString(), Map.of("reason", reason));
        return new Outcome.Done(directory.find(person).orElseThrow());
    }

    @Transactional
    Outcome readmit(UUID person, Caller by) {
        var present = directory.find(person);
        if (present.isEmpty()) {
            return new Outcome.UnknownPerson();
        }
        if (present.get().suspendedAt().isPresent()) {
            directory.readmit(person);
            audit.record(by.id(), Optional.empty(), "staff.readmitted", person.toString(), Map.of());
        }
        return new Outcome.Done(directory.find(person).orElseThrow());
    }
}
