package ticketing.audit;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.ws.rs.QueryParam;

import contract.problem.Problem;

/** The search as it stands in the address. */
class AuditSearchReader {

    @QueryParam("organization")
    String organization;

    @QueryParam("staff")
    String staff;

    @QueryParam("action")
    String action;

    @QueryParam("subject")
    String subject;

    @QueryParam("from")
    String from;

    @QueryParam("to")
    String to;

    /** @param own the organizations whose entries the caller may see; empty for all */
    AuditSearch within(Optional<Collection<String>> own) {
        var sought = Optional.ofNullable(organization).<Collection<String>>map(
                wanted -> own.filter(all -> !all.contains(wanted)).isPresent() ? List.of() : List.of(wanted)).or(
                        () -> own);
        return new AuditSearch(sought, id(), Optional.ofNullable(action), Optional.ofNullable(subject),
                moment("from", from), moment("to", to));
    }

    private Optional<UUID> id() {
        try {
            return Optional.ofNullable(staff).map(UUID::fromString);
        } catch (IllegalArgumentException noId) {
            throw malformed("staff");
        }
    }

    private static Optional<Instant> moment(String name, String text) {
        try {
            return Optional.ofNullable(text).map(Instant::parse);
        } catch (DateTimeParseException noMoment) {
            throw malformed(name);
        }
    }

    private static RuntimeException malformed(String parameter) {
        return Problem.of(400, "malformed-parameter", "A parameter is malformed",
                "Moments are ISO 8601, staff is an id.").with("parameter", parameter).toException();
    }
}
