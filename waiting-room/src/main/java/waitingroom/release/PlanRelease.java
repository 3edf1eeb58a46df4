package waitingroom.release;

import java.util.Optional;
import java.util.function.Function;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;
import waitingroom.audit.AuditStore;
import waitingroom.release.OwnerReader.Owner;
import waitingroom.release.ReleaseStore.SaveOutcome;
import waitingroom.staff.Staff;

/** Creates, changes and deletes releases for the staff who may. */
@Singleton
class PlanRelease {

    private static final Logger LOG = Logger.getLogger(PlanRelease.class);

    private static final int MOST_ATTEMPTS = 10;

    private final ReleaseStore store;
    private final ReleaseCatalog catalog;
    private final OwnerReader owners;
    private final AuditStore audit;

    PlanRelease(ReleaseStore store, ReleaseCatalog catalog, OwnerReader owners, AuditStore audit) {
        this.store = store;
        this.catalog = catalog;
        this.owners = owners;
        this.audit = audit;
    }

    /** Creates the release, or replaces it if the caller saw its present version. */
    PlanOutcome put(Release release, IfMatch seen, Staff staff) {
        var present = store.find(release.id());
        if (present.isPresent()) {
            return change(release.id(), seen, staff, known -> release);
        }
        if (staff.accessTo(release.organizationId()) == Staff.Access.NOT_FOR_ROLE) {
            return new PlanOutcome.NotAllowed();
        }
        if (seen.isGiven()) {
            return new PlanOutcome.Stale();
        }
        return checkEvent(release, staff).orElseGet(() -> switch (store.create(release)) {
            case SaveOutcome.Saved(StoredRelease saved) -> {
                note(staff, "created", saved, "");
                yield new PlanOutcome.Created(saved);
            }
            case SaveOutcome.Stale stale -> new PlanOutcome.IfMatchMissing();
            case SaveOutcome.PolicyFixed fixed -> new PlanOutcome.PolicyFixed();
            case SaveOutcome.Missing missing -> new PlanOutcome.UnknownRelease();
        });
    }

    /** Changes the release if the caller saw its present version. */
    PlanOutcome change(String id, IfMatch seen, Staff staff, Function<Release, Release> change) {
        return mayTouch(id, staff).or(() -> seen.isGiven() ? Optional.empty() : Optional.of(ifMatchMissing()))
                .orElseGet(() -> {
                    var present = store.find(id).orElseThrow();
                    if (!seen.matches(present.tag())) {
                        return new PlanOutcome.Stale();
                    }
                    var changed = change.apply(present.release());
                    return checkEvent(changed, staff)
                            .orElseGet(() -> save(present, changed, reasonFor(present, changed), staff));
                });
    }

    private static PlanOutcome ifMatchMissing() {
        return new PlanOutcome.IfMatchMissing();
    }

    /** Sets the mode at once, whatever the version: holding a release must not fail over somebody's other change. */
    PlanOutcome setMode(String id, ModeChange wish, Staff staff) {
        return mayTouch(id, staff).orElseGet(() -> {
            PlanOutcome outcome = new PlanOutcome.Stale();
            for (var attempt = 0; outcome instanceof PlanOutcome.Stale && attempt < MOST_ATTEMPTS; attempt++) {
                var present = store.find(id).orElseThrow();
                outcome = save(present, wish.apply(present.release()), wish.reason().orElse(""), staff);
            }
            return outcome;
        });
    }

    PlanOutcome delete(String id, IfMatch seen, Staff staff) {
        return mayTouch(id, staff).orElseGet(() -> {
            if (!seen.isGiven()) {
                return new PlanOutcome.IfMatchMissing();
            }
            var present = store.find(id).orElseThrow();
            if (!seen.matches(present.tag())) {
                return new PlanOutcome.Stale();
            }
            store.delete(id);
            catalog.forget(id);
            note(staff, "deleted", present, "");
            return new PlanOutcome.Deleted();
        });
    }

    /** Why a mode was set says nothing about the next one. */
    private static String reasonFor(StoredRelease was, Release is) {
        return was.release().mode() == is.mode() ? was.reason() : "";
    }

    private PlanOutcome save(StoredRelease was, Release is, String reason, Staff staff) {
        return switch (store.replace(is, reason, was.version())) {
            case SaveOutcome.Saved(StoredRelease saved) -> {
                note(staff, "changed", saved, ReleaseChanges.between(was, saved));
                yield new PlanOutcome.Changed(saved);
            }
            case SaveOutcome.Stale stale -> new PlanOutcome.Stale();
            case SaveOutcome.PolicyFixed fixed -> new PlanOutcome.PolicyFixed();
            case SaveOutcome.Missing missing -> new PlanOutcome.UnknownRelease();
        };
    }

    private Optional<PlanOutcome> mayTouch(String id, Staff staff) {
        var present = store.find(id);
        if (present.isEmpty()) {
            return Optional.of(new PlanOutcome.UnknownRelease());
        }
        return switch (staff.accessTo(present.get().release().organizationId())) {
            case FULL -> Optional.empty();
            case NOT_FOR_ROLE -> Optional.of(new PlanOutcome.NotAllowed());
            case FOREIGN -> Optional.of(new PlanOutcome.UnknownRelease());
        };
    }

    private Optional<PlanOutcome> checkEvent(Release release, Staff staff) {
        return switch (owners.ownerOf(release.eventId(), staff.bearer())) {
            case Owner.Organization(String id) when release.organizationId().equals(id) ->
                Optional.empty();
            case Owner.Organization other -> Optional.of(new PlanOutcome.UnknownEvent());
            case Owner.NotTold none -> Optional.of(new PlanOutcome.UnknownEvent());
            case Owner.CoreAway away -> Optional.of(new PlanOutcome.CoreUnavailable());
        };
    }

    private void note(Staff staff, String action, StoredRelease release, String detail) {
        if (!action.equals("deleted")) {
            catalog.learn(release);
        }
        audit.add(staff.id(), "release-" + action, release.id(), release.release().organizationId(), detail);
        LOG.infof("release %s release=%s version=%d mode=%s staff=%s", action, release.id(), release.version(),
                release.release().mode(), staff.id());
    }
}
