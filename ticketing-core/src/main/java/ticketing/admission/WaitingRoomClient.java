package ticketing.admission;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What the core asks the waiting room. */
@RegisterRestClient(configKey = "waiting-room")
@Path("/api/waiting-room")
interface WaitingRoomClient {

    @GET
    @Path("/jwks.json")
    @Produces(MediaType.APPLICATION_JSON)
    String keys();
}
