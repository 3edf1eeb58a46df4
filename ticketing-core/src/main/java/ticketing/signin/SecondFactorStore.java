package ticketing.signin;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;
import ticketing.database.Row;

/** Second factors, and the codes for the day they are lost. */
@ApplicationScoped
class SecondFactorStore {

    /** One that is on is never replaced: whoever wants another turns it off first, with a code. */
    private static final String BEGIN = """
            INSERT INTO staff_second_factor AS factor (staff_id, sealed_secret)
            VALUES (?, ?)
                ON CONFLICT (staff_id) DO UPDATE
               SET sealed_secret = excluded.sealed_secret
             WHERE factor.confirmed_at IS NULL
            """;

    private static final String FIND = """
            SELECT sealed_secret, confirmed_at,
                   (SELECT count(*) FROM staff_recovery_code AS code WHERE code.staff_id = factor.staff_id) AS codes
              FROM staff_second_factor AS factor
             WHERE staff_id = ?
            """;

    /** A step is used once: of two requests with the same code one finds it used. */
    private static final String USE_STEP = """
            UPDATE staff_second_factor
               SET last_step = ?
             WHERE staff_id = ?
               AND last_step < ?
            """;

    private static final String CONFIRM = """
            UPDATE staff_second_factor
               SET confirmed_at = ?
             WHERE staff_id = ?
               AND confirmed_at IS NULL
            """;

    private static final String REMOVE = """
            DELETE FROM staff_second_factor
             WHERE staff_id = ?
            """;

    private static final String REMOVE_CODES = """
            DELETE FROM staff_recovery_code
             WHERE staff_id = ?
            """;

    private static final String ADD_CODE = """
            INSERT INTO staff_recovery_code (staff_id, code_digest)
            VALUES (?, ?)
            """;

    private static final String USE_CODE = """
            DELETE FROM staff_recovery_code
             WHERE staff_id = ?
               AND code_digest = ?
            """;

    private static final String REQUIRED = """
            SELECT EXISTS (SELECT
                             FROM membership
                             JOIN organization ON organization.id = membership.organization_id
                            WHERE membership.staff_id = ?
                              AND organization.second_factor_required) AS required
            """;

    private static final String REQUIRE = """
            UPDATE organization
               SET second_factor_required = ?
             WHERE id = ?
            """;

    private final Database database;

    SecondFactorStore(Database database) {
        this.database = database;
    }

    /** False when one is on. */
    boolean begin(UUID staff, byte[] sealedSecret) {
        return database.update(BEGIN, staff, sealedSecret) > 0;
    }

    Optional<SecondFactor> find(UUID staff) {
        return database.first(FIND, SecondFactorStore::factor, staff);
    }

    boolean useStep(UUID staff, long step) {
        return database.update(USE_STEP, step, staff, step) > 0;
    }

    void confirm(UUID staff, Instant at) {
        database.update(CONFIRM, at, staff);
    }

    boolean remove(UUID staff) {
        return database.update(REMOVE, staff) > 0;
    }

    void replaceCodes(UUID staff, List<byte[]> digests) {
        database.update(REMOVE_CODES, staff);
        digests.forEach(digest -> database.update(ADD_CODE, staff, digest));
    }

    boolean useCode(UUID staff, byte[] digest) {
        return database.update(USE_CODE, staff, digest) > 0;
    }

    /** Whether one of their organizations wants them to have one. */
    boolean isRequiredOf(UUID staff) {
        return database.first(REQUIRED, row -> row.flag("required"), staff).orElse(false);
    }

    /** Whether there is such an organization. */
    boolean require(String organization, boolean required) {
        return database.update(REQUIRE, required, organization) > 0;
    }

    private static SecondFactor factor(Row row) throws SQLException {
        return new SecondFactor(row.bytes("sealed_secret"), row.optionalInstant("confirmed_at"), row.number("codes"));
    }

    /** @param since when it was confirmed; empty while it is being set up, and not asked for */
    record SecondFactor(byte[] sealedSecret, Optional<Instant> since, int recoveryCodesLeft) {}
}
