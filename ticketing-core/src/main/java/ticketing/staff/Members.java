package ticketing.staff;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.access.Caller;
import ticketing.access.Role;

/** What can be done with the members of an organization, in one hand for the resource. */
@ApplicationScoped
class Members {

    private final MemberStore store;
    private final ChangeMember changeMember;
    private final InviteAgain inviteAgain;

    Members(MemberStore store, ChangeMember changeMember, InviteAgain inviteAgain) {
        this.store = store;
        this.changeMember = changeMember;
        this.inviteAgain = inviteAgain;
    }

    List<Member> list(String organization, String behind, int limit) {
        return store.list(organization, behind, limit);
    }

    MemberChange giveRole(String organization, UUID member, Role role, Caller by) {
        return changeMember.giveRole(organization, member, role, by);
    }

    MemberChange remove(String organization, UUID member, Caller by) {
        return changeMember.remove(organization, member, by);
    }

    Optional<InviteAgain.Invited> inviteAgain(String organization, UUID member, UUID by) {
        return inviteAgain.invite(organization, member, by);
    }
}
