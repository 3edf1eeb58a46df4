package ticketing.staff;

import java.time.InstantSource;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

/** Somebody must be able to sign in first: the admin whom the settings name, while there is none. */
@ApplicationScoped
class CreateFirstAdmin {

    private static final Logger LOG = Logger.getLogger(CreateFirstAdmin.class);

    private final StaffStore staff;
    private final Passwords passwords;
    private final StaffConfig config;
    private final InstantSource clock;

    CreateFirstAdmin(StaffStore staff, Passwords passwords, StaffConfig config, InstantSource clock) {
        this.staff = staff;
        this.passwords = passwords;
        this.config = config;
        this.clock = clock;
    }

    @Transactional
    void atStart(@Observes StartupEvent start) {
        var email = config.adminEmail().filter(text -> !text.isBlank());
        var password = config.adminPassword().filter(text -> !text.isBlank());
        if (email.isEmpty() || password.isEmpty()) {
            return;
        }
        if (staff.hasAdmin()) {
            return;
        }
        // Slow on purpose, so done before the lock: another instance that starts at the same time waits only so long.
        var hash = passwords.hash(password.get());
        staff.lockFirstAdmin();
        if (staff.hasAdmin()) {
            return;
        }
        var address = email.get().strip().toLowerCase(Locale.ROOT);
        var admin = staff.byEmail(address)
                .orElseGet(() -> StaffMember.invited(address, "Administrator", clock.instant()));
        admin.takePassword(hash);
        admin.makeAdmin();
        staff.persist(admin);
        LOG.infof("first admin created staff=%s", admin.id());
    }
}
