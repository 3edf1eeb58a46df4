package console.upstream;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** Getting in: what the console asks of the ticketing core before anybody is signed in. */
@ApplicationScoped
public class StaffDoor {

    /** By it the core knows a device again; strangers' attempts do not count for it. */
    public static final String DEVICE = "staff-device";

    private final StaffDoorClient client;

    StaffDoor(@RestClient StaffDoorClient client) {
        this.client = client;
    }

    public Reply<Opened> signIn(String email, String password, Optional<String> device) {
        return open(() -> client.signIn(cookie(device), Map.of("email", email, "password", password)));
    }

    /** @param step what came with {@code code-required} */
    public Reply<Opened> signInWithCode(String step, String code, Optional<String> device) {
        return open(() -> client.signInWithCode(cookie(device), Map.of("step", step, "code", code)));
    }

    public Reply<Opened> signInElsewhere(String code, String verifier, String nonce, Optional<String> device) {
        return open(() -> client.signInElsewhere(cookie(device),
                Map.of("code", code, "verifier", verifier, "nonce", nonce)));
    }

    /** Where staff may sign in elsewhere; refused with 404 when there is no such place. */
    public Reply<IdentityProvider> identityProvider() {
        return Calls.call(client::identityProvider);
    }

    /** The services refuse the session from now on. */
    public Reply<Boolean> signOut(String bearer) {
        return done(() -> client.signOut(bearer));
    }

    /** Good whether there is such an account or not. */
    public Reply<Boolean> requestReset(String email) {
        return done(() -> client.requestReset(Map.of("email", email)));
    }

    /** Good when the link was, and the password is set. */
    public Reply<Boolean> completeReset(String token, String password) {
        return done(() -> client.completeReset(Map.of("token", token, "password", password)));
    }

    /** Good when the invitation was, and the password is set. */
    public Reply<Boolean> acceptInvitation(String token, String password) {
        return done(() -> client.acceptInvitation(Map.of("token", token, "password", password)));
    }

    private static Reply<Opened> open(Supplier<RestResponse<SignedIn>> call) {
        return Calls.call(() -> {
            var answer = call.get();
            var device = answer.getCookies().get(DEVICE);
            return new Opened(answer.getEntity(), Optional.ofNullable(device).map(found -> found.getValue()));
        });
    }

    private static Reply<Boolean> done(Runnable call) {
        return Calls.call(() -> {
            call.run();
            return true;
        });
    }

    private static String cookie(Optional<String> device) {
        return device.filter(value -> value.matches("[\\w.-]{1,200}")).map(value -> DEVICE + "=" + value).orElse(null);
    }

    /** A fresh session, and what the device keeps to be known again. */
    public record Opened(SignedIn session, Optional<String> device) {}

    /**
     * A fresh staff token.
     *
     * @param mustSetUpSecondFactor whether it is good for that and nothing else
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record SignedIn(String accessToken, long expiresInSeconds, List<String> roles,
            boolean mustSetUpSecondFactor) {}

    /** Where to send staff who sign in elsewhere. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record IdentityProvider(String name, URI authorizationEndpoint, String clientId, URI redirectUri) {}
}
