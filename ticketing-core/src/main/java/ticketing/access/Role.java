package ticketing.access;

import java.util.Locale;

/** What a member of staff may do in an organization. An admin may do everything everywhere and needs no role. */
public enum Role {

    /** What the organization owns. */
    ORGANIZER,
    /** Check-in and review. */
    STEWARD;

    /** As it stands in tokens and in the API. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
