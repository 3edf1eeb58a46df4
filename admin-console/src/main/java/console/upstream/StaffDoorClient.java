package console.upstream;

import java.time.temporal.ChronoUnit;
import java.util.Map;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** The ticketing core's calls for whoever wants in. None is tried again by itself: attempts are counted. */
@Path("/api/ticketing/staff")
@RegisterRestClient(configKey = "ticketing")
@RegisterClientHeaders(VisitorReader.class)
interface StaffDoorClient {

    @POST
    @Path("/session")
    @Timeout(value = 10, unit = ChronoUnit.SECONDS)
    RestResponse<StaffDoor.SignedIn> signIn(@HeaderParam("Cookie") String device, Map<String, String> credentials);

    @POST
    @Path("/session/code")
    @Timeout(value = 10, unit = ChronoUnit.SECONDS)
    RestResponse<StaffDoor.SignedIn> signInWithCode(@HeaderParam("Cookie") String device, Map<String, String> code);

    @GET
    @Path("/session/identity-provider")
    @Timeout(value = 5, unit = ChronoUnit.SECONDS)
    StaffDoor.IdentityProvider identityProvider();

    @POST
    @Path("/session/identity-provider")
    @Timeout(value = 15, unit = ChronoUnit.SECONDS)
    RestResponse<StaffDoor.SignedIn> signInElsewhere(@HeaderParam("Cookie") String device, Map<String, String> code);

    @DELETE
    @Path("/me/sessions/current")
    @Timeout(value = 5, unit = ChronoUnit.SECONDS)
    void signOut(@HeaderParam("Authorization") String bearer);

    @POST
    @Path("/password-resets")
    @Timeout(value = 10, unit = ChronoUnit.SECONDS)
    void requestReset(Map<String, String> request);

    @POST
    @Path("/password-resets/completion")
    @Timeout(value = 10, unit = ChronoUnit.SECONDS)
    void completeReset(Map<String, String> completion);

    @POST
    @Path("/invitations/acceptance")
    @Timeout(value = 10, unit = ChronoUnit.SECONDS)
    void acceptInvitation(Map<String, String> acceptance);
}
