package waitingroom.release;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The ticketing core's answer to who owns an event, asked with the caller's own token. */
@Path("/api/ticketing/events/{event}/ownership")
@RegisterRestClient(configKey = "ticketing")
public interface EventOwnershipClient {

    @GET
    Ownership of(@PathParam("event") String event, @HeaderParam("Authorization") String bearer);

    /** An answer of another service may gain fields at any time. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Ownership(String eventId, String organizationId) {}
}
