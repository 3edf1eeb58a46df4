package ticketing.staff;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ticketing.access.Caller;
import ticketing.access.Role;
import ticketing.audit.AuditTrail;
import ticketing.staff.MemberStore.Standing;
import ticketing.token.ManageApiTokens;

/**
 * Gives members another role, or sends them away; both hold from their next request on. An organization keeps one
 * organizer: only an admin may take away the last.
 */
@ApplicationScoped
class ChangeMember {

    private final MemberStore members;
    private final ManageApiTokens tokens;
    private final AuditTrail audit;

    ChangeMember(MemberStore members, ManageApiTokens tokens, AuditTrail audit) {
        this.members = members;
        this.tokens = tokens;
        this.audit = audit;
    }

    @Transactional
    MemberChange giveRole(String organization, UUID member, Role role, Caller by) {
        var all = members.lock(organization);
        var present = roleOf(all, member);
        if (present.isEmpty()) {
            return new MemberChange.UnknownMember();
        }
        if (role != Role.ORGANIZER && isLastOrganizer(all, member) && !by.admin()) {
            return new MemberChange.LastOrganizer();
        }
        if (present.get() != role) {
            members.setRole(organization, member, role);
            audit.record(by.id(), Optional.of(organization), "member.role-changed", member.toString(),
                    Map.of("from", present.get().key(), "to", role.key()));
        }
        return new MemberChange.Done(members.find(organization, member).orElseThrow());
    }

    /** The member as they were. */
    @Transactional
    MemberChange remove(String organization, UUID member, Caller by) {
        var all = members.lock(organization);
        var present = members.find(organization, member);
        if (present.isEmpty()) {
            return new MemberChange.UnknownMember();
        }
        if (isLastOrganizer(all, member) && !by.admin()) {
            return new MemberChange.LastOrganizer();
        }
        members.remove(organization, member);
        var revoked = tokens.revokeOf(organization, member);
        audit.record(by.id(), Optional.of(organization), "member.removed", member.toString(),
                Map.of("role", present.get().role(), "apiTokensRevoked", revoked));
        return new MemberChange.Done(present.get());
    }

    private static Optional<Role> roleOf(List<Standing> all, UUID member) {
        return all.stream().filter(standing -> standing.member().equals(member)).map(Standing::role).findFirst();
    }

    private static boolean isLastOrganizer(List<Standing> all, UUID member) {
        return roleOf(all, member).filter(Role.ORGANIZER::equals).isPresent()
                && all.stream().filter(standing -> standing.role() == Role.ORGANIZER).count() == 1;
    }
}
