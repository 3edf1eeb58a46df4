package console.upstream;

import java.time.temporal.ChronoUnit;
import java.util.Map;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The ticketing core's calls that the console makes before anybody is signed in. None is tried again. */
@Path("/api/ticketing")
@RegisterRestClient(configKey = "ticketing")
interface TicketingClient {

    @POST
    @Path("/staff/session")
    @Timeout(value = 10, unit = ChronoUnit.SECONDS)
    Ticketing.SignedIn signIn(Map<String, String> credentials);

    @POST
    @Path("/staff/invitations/acceptance")
    @Timeout(value = 10, unit = ChronoUnit.SECONDS)
    void acceptInvitation(Map<String, String> acceptance);
}
