package console.upstream;

import java.time.temporal.ChronoUnit;
import java.util.Map;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** The waiting room's calls that the console needs. Only reading is tried again. */
@Path("/api/waiting-room/releases")
@RegisterRestClient(configKey = "waiting-room")
interface WaitingRoomClient {

    @GET
    @Timeout(value = 5, unit = ChronoUnit.SECONDS)
    @Retry(maxRetries = 2, delay = 200, retryOn = ProcessingException.class)
    WaitingRoom.Releases releases(@QueryParam("event") String event, @QueryParam("limit") int limit);

    @GET
    @Path("/{id}")
    @Timeout(value = 5, unit = ChronoUnit.SECONDS)
    @Retry(maxRetries = 2, delay = 200, retryOn = ProcessingException.class)
    RestResponse<WaitingRoom.Release> release(@PathParam("id") String id);

    @GET
    @Path("/{id}/figures")
    @Timeout(value = 5, unit = ChronoUnit.SECONDS)
    @Retry(maxRetries = 2, delay = 200, retryOn = ProcessingException.class)
    WaitingRoom.Figures figures(@HeaderParam("Authorization") String bearer, @PathParam("id") String id);

    @POST
    @Path("/{id}/mode")
    @Timeout(value = 10, unit = ChronoUnit.SECONDS)
    WaitingRoom.Release setMode(@HeaderParam("Authorization") String bearer, @PathParam("id") String id,
            Map<String, String> wish);

    @PATCH
    @Path("/{id}")
    @Timeout(value = 10, unit = ChronoUnit.SECONDS)
    WaitingRoom.Release change(@HeaderParam("Authorization") String bearer, @HeaderParam("If-Match") String seen,
            @PathParam("id") String id, Map<String, Integer> change);
}
