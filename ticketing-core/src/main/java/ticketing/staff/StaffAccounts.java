package ticketing.staff;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** The accounts of staff, for whoever lets them in. Whoever is suspended has none. */
@ApplicationScoped
public class StaffAccounts {

    private final StaffStore staff;

    StaffAccounts(StaffStore staff) {
        this.staff = staff;
    }

    /** The one way in which an address is written here. */
    public static String normalized(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    @Transactional
    public Optional<Account> byEmail(String email) {
        return staff.byEmail(normalized(email)).flatMap(this::account);
    }

    @Transactional
    public Optional<Account> byId(UUID id) {
        return staff.findByIdOptional(id).flatMap(this::account);
    }

    /**
     * Whoever the identity provider knows by that name; the first time, whoever has that address.
     *
     * @param email which the provider has made sure of
     */
    @Transactional
    public Optional<Account> byIdentity(String identity, Optional<String> email) {
        var known = staff.byIdentity(identity);
        if (known.isPresent()) {
            return known.flatMap(this::account);
        }
        return email.flatMap(address -> staff.byEmail(normalized(address)))
                .filter(member -> member.meet(identity))
                .flatMap(this::account);
    }

    /** Part of the transaction that gives the reason. */
    @Transactional
    public void takePassword(UUID id, String hash) {
        staff.findByIdOptional(id).ifPresent(member -> member.takePassword(hash));
    }

    @Transactional
    public void rename(UUID id, String name) {
        staff.findByIdOptional(id).ifPresent(member -> member.rename(name));
    }

    private Optional<Account> account(StaffMember member) {
        return member.suspended()
                ? Optional.empty()
                : Optional.of(new Account(member.id(), member.email(), member.name(), member.admin(),
                        member.passwordHash(), staff.memberships(member.id()).stream()
                                .collect(Collectors.toMap(Membership::organizationId, Membership::role))));
    }
}
