package ticketing.access;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import contract.problem.Problem;

/**
 * The member of staff behind a request, or the program of an organization.
 *
 * @param id     of the member of staff, or of the API token
 * @param person whether it is a member of staff who signed in, and no program
 */
public record Caller(UUID id, boolean admin, Map<String, Role> organizations, boolean person) {

    /** Whether this organization exists for them. */
    public boolean knows(String organization) {
        return admin || organizations.containsKey(organization);
    }

    public boolean holds(String organization, Role... oneOf) {
        return admin || Optional.ofNullable(organizations.get(organization))
                .filter(Arrays.asList(oneOf)::contains).isPresent();
    }

    /**
     * Lets an organizer of this organization pass.
     *
     * @param unknown what to say to somebody of another organization, for whom the thing must not exist
     * @throws contract.problem.ProblemException {@code unknown}, or 403 for a member with another role
     */
    public void demandOrganizer(String organization, Problem unknown) {
        demand(organization, unknown, Role.ORGANIZER);
    }

    /** The same for one of several roles. */
    public void demand(String organization, Problem unknown, Role... oneOf) {
        if (!knows(organization)) {
            throw unknown.toException();
        }
        if (!holds(organization, oneOf)) {
            throw forbidden().toException();
        }
    }

    public void demandAdmin() {
        if (!admin) {
            throw forbidden().toException();
        }
    }

    /** What no program may do, whatever its role: it could make itself at home here. */
    public void demandPerson() {
        if (!person) {
            throw Problem.of(403, "not-allowed", "No API token may do this", "Sign in and do it yourself.")
                    .toException();
        }
    }

    private static Problem forbidden() {
        return Problem.of(403, "not-allowed", "Your role does not allow this",
                "Ask an admin, or an organizer of this organization.");
    }
}
