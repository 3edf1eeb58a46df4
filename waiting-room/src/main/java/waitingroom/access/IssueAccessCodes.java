package waitingroom.access;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import waitingroom.audit.AuditStore;
import waitingroom.release.StoredRelease;
import waitingroom.staff.Staff;

/** Makes codes for a release, or takes those its organizer brings. */
@Singleton
class IssueAccessCodes {

    private final AccessCodeStore store;
    private final CodeDigests digests;
    private final AuditStore audit;
    private final Staff staff;
    private final SecureRandom random = new SecureRandom();

    IssueAccessCodes(AccessCodeStore store, CodeDigests digests, AuditStore audit, Staff staff) {
        this.store = store;
        this.digests = digests;
        this.audit = audit;
        this.staff = staff;
    }

    /** New codes, shown here and never again; empty when the release would have too many. */
    Optional<List<String>> generate(StoredRelease stored, int count, int uses) {
        var codes = Stream.generate(() -> AccessCode.random(random)).distinct().limit(count).toList();
        return add(stored, codes, uses) < 0
                ? Optional.empty()
                : Optional.of(codes.stream().map(AccessCode::shown).toList());
    }

    /** How many of the codes were new, or -1 when the release would have too many. */
    long upload(StoredRelease stored, List<AccessCode> codes, int uses) {
        return add(stored, codes, uses);
    }

    private long add(StoredRelease stored, List<AccessCode> codes, int uses) {
        var added = store.add(stored.id(), codes.stream().map(code -> digests.of(stored, code)).toList(), uses);
        if (added > 0) {
            audit.add(staff.id(), "access-codes-added", stored.id(), stored.release().organizationId(),
                    "%d codes for %d each".formatted(added, uses));
        }
        return added;
    }
}
