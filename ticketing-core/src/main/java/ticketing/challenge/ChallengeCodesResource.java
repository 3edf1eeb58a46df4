package ticketing.challenge;

import java.time.Instant;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import botdefense.Action;
import botdefense.Guarded;
import botdefense.challenge.Bond;
import botdefense.challenge.MailedCodes;
import botdefense.client.ClientRequest;
import contract.problem.Problem;
import contract.proof.PublicKeys;
import io.smallrye.common.annotation.RunOnVirtualThread;

/**
 * Another way through a challenge, of the shop or of the queue: a code by mail. It is good for the device key, the
 * action and the scope that the challenge was made for, and for no other.
 */
@Path("/api/ticketing/challenge-codes")
class ChallengeCodesResource {

    private final MailChallengeCode mailCode;
    private final ClientRequest client;

    ChallengeCodesResource(MailChallengeCode mailCode, ClientRequest client) {
        this.mailCode = mailCode;
        this.client = client;
    }

    @POST
    @Guarded(Action.VIEW)
    @RunOnVirtualThread
    public Response ask(@Valid @NotNull CodeRequest request) {
        var action = Action.of(request.action());
        var key = PublicKeys.thumbprint(request.key());
        if (action.isEmpty() || key.isEmpty()) {
            return noChallenge();
        }
        var bond = new Bond(action.get(), request.scope(), key.get());
        return switch (mailCode.ask(bond, request.token(), request.email().strip(), client.address())) {
            case MailedCodes.Asked.Sent sent -> Response.accepted(new CodeView(sent.token(), sent.expiresAt()))
                    .header("Cache-Control", "no-store").build();
            case MailedCodes.Asked.NoChallenge none -> noChallenge();
            case MailedCodes.Asked.NoMailbox none -> Problem.of(422, "mailbox-not-accepted",
                    "Codes do not go to this address", "Use an address that lasts for longer than minutes.")
                    .toResponse();
            case MailedCodes.Asked.TooMany many -> Problem.of(429, "slow-down", "Too many requests",
                    "Wait as long as Retry-After says, then try again.").retryAfter(many.retryIn()).toResponse();
        };
    }

    private static Response noChallenge() {
        return Problem.of(422, "challenge-unknown", "There is no such challenge",
                "Send the request again that was answered with a challenge, and ask with the new one. Each has one code.")
                .toResponse();
    }

    /**
     * @param token  of the challenge
     * @param action as the challenge's alternative names it; likewise the scope
     * @param key    the device's public key
     */
    record CodeRequest(@NotBlank @Size(max = 512) String token, @NotBlank @Size(max = 10) String action,
            @NotNull @Size(max = 200) String scope, @NotNull Map<String, Object> key,
            @NotBlank @Size(max = 254) @Email @Pattern(regexp = "[^\\s\\p{Cntrl}]+@[^\\s\\p{Cntrl}]+") String email) {}

    /** @param token to be sent as {@code {token, code}} once the letter is there */
    record CodeView(String token, Instant expiresAt) {}
}
