package botdefense.evidence;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

import com.fasterxml.jackson.databind.ObjectMapper;
import contract.problem.Problem;
import contract.problem.ProblemException;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;

/**
 * What an admin hands to somebody who asks for reasons: the decision of a reference, or those of a span of time, the
 * policies they were made by, and the audit with the chain of its hashes; as a file, or as JSON.
 */
@Path("/api/waiting-room/defense/evidence")
@RolesAllowed("admin")
@IfBuildProperty(name = "defense.resource", stringValue = "true")
public class EvidenceResource {

    private static final String ZIP = "application/zip";

    private final CollectEvidence collect;
    private final EvidenceZip zip;

    EvidenceResource(CollectEvidence collect, ObjectMapper mapper) {
        this.collect = collect;
        zip = new EvidenceZip(mapper);
    }

    @GET
    @Produces(ZIP)
    public Uni<Response> file(@QueryParam("reference") String reference, @QueryParam("from") String from,
            @QueryParam("to") String to, @Context SecurityContext staff) {
        return bundle(reference, from, to, staff).map(bundle -> Response.ok(zip.of(bundle), ZIP)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"evidence.zip\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store").build());
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<CollectEvidence.Bundle> document(@QueryParam("reference") String reference,
            @QueryParam("from") String from, @QueryParam("to") String to, @Context SecurityContext staff) {
        return bundle(reference, from, to, staff);
    }

    private Uni<CollectEvidence.Bundle> bundle(String reference, String from, String to, SecurityContext staff) {
        var by = staff.getUserPrincipal().getName();
        if (reference != null) {
            return collect.of(reference, by).onFailure().transform(EvidenceResource::unavailable)
                    .map(found -> found.orElseThrow(() -> Problem.of(404, "unknown-decision",
                            "No decision has this reference",
                            "Check its spelling; decisions are kept for a limited time.").toException()));
        }
        var start = moment(from);
        var end = moment(to);
        if (!start.isBefore(end)) {
            throw malformed();
        }
        return collect.within(start, end, by).onFailure().transform(EvidenceResource::unavailable);
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text == null ? "" : text);
        } catch (DateTimeParseException noMoment) {
            throw malformed();
        }
    }

    private static RuntimeException malformed() {
        return Problem.of(400, "malformed-parameter", "A parameter is malformed",
                "Send reference, or from and to as ISO 8601 moments.").toException();
    }

    private static Throwable unavailable(Throwable cause) {
        return cause instanceof ProblemException
                ? cause
                : Problem.of(503, "unavailable", "The evidence cannot be read right now", "Try again in a few seconds.")
                        .retryAfter(Duration.ofSeconds(5)).toException();
    }
}
