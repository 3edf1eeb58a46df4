package ticketing.staff;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ticketing.audit.AuditTrail;

/** Makes another invitation for somebody who has not answered the last. Earlier ones stay good until one is used. */
@ApplicationScoped
class InviteAgain {

    private final MemberStore members;
    private final Invitations invitations;
    private final AuditTrail audit;

    InviteAgain(MemberStore members, Invitations invitations, AuditTrail audit) {
        this.members = members;
        this.invitations = invitations;
        this.audit = audit;
    }

    /** Empty when there is no such member. */
    @Transactional
    Optional<Invited> invite(String organization, UUID member, UUID by) {
        return members.find(organization, member).map(found -> {
            if (!found.invited()) {
                return new Invited(found, Optional.empty());
            }
            audit.record(by, organization, "member.invited-again", member.toString());
            return new Invited(found, Optional.of(invitations.invite(member)));
        });
    }

    /** @param invitation what the mail to them must carry; empty when they can sign in already */
    record Invited(Member member, Optional<String> invitation) {}
}
