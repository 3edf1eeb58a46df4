package ticketing.staff;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ticketing.audit.AuditTrail;
import ticketing.staff.MemberOutcome.Added;
import ticketing.staff.MemberOutcome.HasPassword;
import ticketing.staff.MemberOutcome.UnknownOrganization;

/** Makes somebody a member of an organization, known before or not. */
@ApplicationScoped
class AddMember {

    private final OrganizationStore organizations;
    private final StaffStore staff;
    private final Invitations invitations;
    private final AuditTrail audit;
    private final InstantSource clock;

    AddMember(OrganizationStore organizations, StaffStore staff, Invitations invitations, AuditTrail audit,
            InstantSource clock) {
        this.organizations = organizations;
        this.staff = staff;
        this.invitations = invitations;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param passwordHash of the password the request carries; hashed before, as that takes long */
    @Transactional
    MemberOutcome add(String organization, NewMember wanted, Optional<String> passwordHash, UUID by) {
        if (organizations.findByIdOptional(organization).isEmpty()) {
            return new UnknownOrganization();
        }
        var known = staff.byEmail(wanted.email());
        if (passwordHash.isPresent() && known.flatMap(StaffMember::passwordHash).isPresent()) {
            return new HasPassword();
        }
        var member = known.orElseGet(() -> StaffMember.invited(wanted.email(), wanted.name(), clock.instant()));
        passwordHash.ifPresent(member::takePassword);
        staff.persistAndFlush(member);
        staff.setRole(member, organization, wanted.role());
        audit.record(by, Optional.of(organization), "member.added", member.id().toString(),
                Map.of("role", wanted.role().key()));
        return new Added(member.id(), member.passwordHash().isPresent()
                ? Optional.empty()
                : Optional.of(invitations.invite(member.id())));
    }
}
