package waitingroom.report;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import waitingroom.release.ReleaseCatalog;
import waitingroom.release.ReleaseProblems;

/** The report on a release: for everybody, as the log it is made from. */
@Path("/api/waiting-room/releases/{id}/fairness/report")
@Produces(MediaType.APPLICATION_JSON)
class ReportResource {

    private final ReleaseCatalog catalog;
    private final ReportRelease reportRelease;

    ReportResource(ReleaseCatalog catalog, ReportRelease reportRelease) {
        this.catalog = catalog;
        this.reportRelease = reportRelease;
    }

    @GET
    @RunOnVirtualThread
    public Response report(@PathParam("id") String id) {
        var stored = catalog.find(id).orElseThrow(() -> ReleaseProblems.unknownRelease().toException());
        return Response.ok(reportRelease.report(stored)).header(HttpHeaders.CACHE_CONTROL, "public, max-age=5")
                .build();
    }
}
