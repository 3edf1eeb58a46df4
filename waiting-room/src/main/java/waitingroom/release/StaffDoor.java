package waitingroom.release;

import jakarta.inject.Singleton;

import waitingroom.staff.Staff;

/** Finds a release for the staff who may steer it, and refuses the others. */
@Singleton
public class StaffDoor {

    private final ReleaseCatalog catalog;
    private final Staff staff;

    StaffDoor(ReleaseCatalog catalog, Staff staff) {
        this.catalog = catalog;
        this.staff = staff;
    }

    /** For what stewards of the organization may do, too. */
    public StoredRelease ownForStewardsToo(String id) {
        var stored = catalog.find(id).orElseThrow(() -> ReleaseProblems.unknownRelease().toException());
        return switch (staff.accessTo(stored.release().organizationId())) {
            case FULL, NOT_FOR_ROLE -> stored;
            case FOREIGN -> throw ReleaseProblems.unknownRelease().toException();
        };
    }

    public StoredRelease own(String id) {
        var stored = catalog.find(id).orElseThrow(() -> ReleaseProblems.unknownRelease().toException());
        return switch (staff.accessTo(stored.release().organizationId())) {
            case FULL -> stored;
            case NOT_FOR_ROLE -> throw ReleaseProblems.notAllowed().toException();
            case FOREIGN -> throw ReleaseProblems.unknownRelease().toException();
        };
    }
}
