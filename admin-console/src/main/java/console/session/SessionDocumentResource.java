package console.session;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;

/** What the pages may know of the session: who may do what until when, and the token that every write shows. */
@Path("/admin/api/session")
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class SessionDocumentResource {

    private final CurrentSession current;
    private final StaffClaims claims;

    SessionDocumentResource(CurrentSession current, StaffClaims claims) {
        this.current = current;
        this.claims = claims;
    }

    @GET
    public SessionDocument read() {
        var session = current.session().orElseThrow();
        return new SessionDocument(claims.subject(session.accessToken()), session.roles(),
                claims.organizations(session.accessToken()), session.expiresAt(), session.formToken());
    }

    /**
     * @param organizations role by organization; an admin's is empty, theirs are all
     */
    public record SessionDocument(String staffId, List<String> roles, Map<String, String> organizations,
            Instant expiresAt, String formToken) {}
}
