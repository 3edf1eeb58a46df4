package console.upstream;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What the console asks of the ticketing core. */
@ApplicationScoped
public class Ticketing {

    private final TicketingClient client;

    Ticketing(@RestClient TicketingClient client) {
        this.client = client;
    }

    public Reply<SignedIn> signIn(String email, String password) {
        return Calls.call(() -> client.signIn(Map.of("email", email, "password", password)));
    }

    /** Good when the invitation was, and the password is set. */
    public Reply<Boolean> acceptInvitation(String token, String password) {
        return Calls.call(() -> {
            client.acceptInvitation(Map.of("token", token, "password", password));
            return true;
        });
    }

    /** A fresh staff token. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record SignedIn(String accessToken, long expiresInSeconds, List<String> roles) {}
}
