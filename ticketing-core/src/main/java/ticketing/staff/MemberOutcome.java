package ticketing.staff;

import java.util.Optional;
import java.util.UUID;

/** What became of a request to add a member. */
sealed interface MemberOutcome {

    /** @param invitation what the mail to them must carry; empty when they can sign in already */
    record Added(UUID id, Optional<String> invitation) implements MemberOutcome {}

    record UnknownOrganization() implements MemberOutcome {}

    /** A password was given for somebody who has one: nobody sets another's password this way. */
    record HasPassword() implements MemberOutcome {}
}
