package ticketing.staff;

import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

@ApplicationScoped
class FindAccount {

    private final StaffStore staff;

    FindAccount(StaffStore staff) {
        this.staff = staff;
    }

    /** Whoever is suspended has none. */
    @Transactional
    Optional<Account> byEmail(String email) {
        return staff.byEmail(email).filter(member -> !member.suspended())
                .map(member -> new Account(member.id(), member.admin(), member.passwordHash(),
                        staff.memberships(member.id()).stream()
                                .collect(Collectors.toMap(Membership::organizationId, Membership::role))));
    }
}
