package ticketing.auditor;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.access.CurrentCaller;
import ticketing.http.Query;

/** The auditor's report as of now, for admins: to read, and as a file to hand on. It holds no personal data. */
@Path("/api/ticketing/auditor")
@Authenticated
@RunOnVirtualThread
class AuditorResource {

    private final AuditSale auditSale;
    private final CurrentCaller caller;

    AuditorResource(AuditSale auditSale, CurrentCaller caller) {
        this.auditSale = auditSale;
        this.caller = caller;
    }

    @GET
    @Path("/report")
    public AuditReport report(@QueryParam("since") String since) {
        caller.get().demandAdmin();
        return Query.instant("since", since).map(auditSale::audit).orElseGet(auditSale::audit);
    }

    @GET
    @Path("/report.json")
    public Response json(@QueryParam("since") String since) {
        return file("json", MediaType.APPLICATION_JSON, report(since));
    }

    @GET
    @Path("/report.csv")
    public Response csv(@QueryParam("since") String since) {
        return file("csv", "text/csv;charset=utf-8", ReportCsv.of(report(since)));
    }

    private static Response file(String ending, String type, Object content) {
        return Response.ok(content, type)
                .header("Content-Disposition", "attachment; filename=\"audit-report." + ending + "\"")
                .header("Cache-Control", "no-store").build();
    }
}
