package ticketing.staff;

import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ticketing.audit.AuditTrail;

/** Whoever holds an invitation sets their password with it, once. */
@ApplicationScoped
class AcceptInvitation {

    private final InvitationStore invitations;
    private final StaffStore staff;
    private final AuditTrail audit;

    AcceptInvitation(InvitationStore invitations, StaffStore staff, AuditTrail audit) {
        this.invitations = invitations;
        this.staff = staff;
        this.audit = audit;
    }

    /** Whether the invitation is good so far; without one no password is hashed, which is dear. */
    @Transactional
    boolean isOpen(String token) {
        return invitations.isOpen(token);
    }

    /** Whether the invitation was good. */
    @Transactional
    boolean accept(String token, String passwordHash) {
        var member = invitations.take(token).flatMap(staff::findByIdOptional);
        member.ifPresent(found -> {
            found.takePassword(passwordHash);
            audit.record(found.id(), Optional.empty(), "invitation.accepted", found.id().toString(), Map.of());
        });
        return member.isPresent();
    }
}
