package ticketing.staff;

import java.time.InstantSource;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

/**
 * Somebody must be able to sign in first: the admin whom the settings name, while there is none. Without a password in
 * the settings they choose one themselves, by a link that is printed at every start until somebody has.
 */
@ApplicationScoped
class CreateFirstAdmin {

    private static final Logger LOG = Logger.getLogger(CreateFirstAdmin.class);

    private final StaffStore staff;
    private final Passwords passwords;
    private final Invitations invitations;
    private final StaffConfig config;
    private final InstantSource clock;

    CreateFirstAdmin(StaffStore staff, Passwords passwords, Invitations invitations, StaffConfig config,
            InstantSource clock) {
        this.staff = staff;
        this.passwords = passwords;
        this.invitations = invitations;
        this.config = config;
        this.clock = clock;
    }

    @Transactional
    void atStart(@Observes StartupEvent start) {
        var email = config.adminEmail().filter(text -> !text.isBlank());
        if (email.isEmpty() || staff.hasAdmin()) {
            return;
        }
        // Slow on purpose, so done before the lock: another instance that starts at the same time waits only so long.
        var hash = config.adminPassword().filter(text -> !text.isBlank()).map(passwords::hash);
        staff.lockFirstAdmin();
        if (!staff.hasAdmin()) {
            setUpLink(email.get(), hash).ifPresent(CreateFirstAdmin::print);
        }
    }

    /** The link that the admin needs to choose a password; empty when the settings have one. */
    private Optional<String> setUpLink(String email, Optional<String> passwordHash) {
        var address = StaffAccounts.normalized(email);
        var admin = staff.byEmail(address)
                .orElseGet(() -> StaffMember.invited(address, "Administrator", clock.instant()));
        passwordHash.ifPresent(admin::takePassword);
        admin.makeAdmin();
        staff.persistAndFlush(admin);
        LOG.infof("first admin created staff=%s", admin.id());
        return passwordHash.isPresent()
                ? Optional.empty()
                : Optional.of(config.publicUrl() + "/admin/setup#" + invitations.invite(admin.id()));
    }

    /** Past the log, which is kept and collected: what stands here opens the door. */
    private static void print(String link) {
        System.out.printf("%nThe first admin chooses a password here, once: %s%n%n", link);
    }
}
