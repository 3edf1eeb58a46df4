package ticketing.signin;

import java.util.List;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import contract.problem.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** Setting up a second factor of one's own, and turning it off. Each step but the first takes a code. */
@Path("/api/ticketing/staff/me/second-factor")
@Authenticated
@RunOnVirtualThread
class MySecondFactorResource {

    private final ChangeSecondFactor change;
    private final MyAccount account;
    private final LoginThrottle throttle;
    private final Myself myself;
    private final OriginReader origin;

    MySecondFactorResource(ChangeSecondFactor change, MyAccount account, LoginThrottle throttle, Myself myself,
            OriginReader origin) {
        this.change = change;
        this.account = account;
        this.throttle = throttle;
        this.myself = myself;
        this.origin = origin;
    }

    /** A new secret for an authenticator app. It is not asked for before it is confirmed. */
    @POST
    public Response begin() {
        var me = account.of(myself.id()).account();
        return change.begin(me.id())
                .map(secret -> Totp.uri(me.email(), secret))
                .map(uri -> Response.ok(new SetUpView(uri.replaceAll(".*[?&]secret=([A-Z2-7]+).*", "$1"), uri,
                        QrRows.of(uri))).header(HttpHeaders.CACHE_CONTROL, "no-store").build())
                .orElseGet(() -> Problem.of(409, "second-factor-on", "A second factor is on already",
                        "Turn it off first, with a code of it.").toResponse());
    }

    /** The app shows that it has the secret. The answer has the recovery codes, this once. All other sessions end. */
    @POST
    @Path("/confirmation")
    public Response confirm(@Valid @NotNull CodeRequest request) {
        var me = myself.id();
        return tooOften().orElseGet(() -> codes(change.confirm(me, myself.session(), request.code())));
    }

    /** Ten new recovery codes; those from before are good no longer. */
    @POST
    @Path("/recovery-codes")
    public Response renewCodes(@Valid @NotNull CodeRequest request) {
        var me = myself.id();
        return tooOften().orElseGet(() -> codes(change.renewCodes(me, request.code())));
    }

    @POST
    @Path("/removal")
    public Response remove(@Valid @NotNull CodeRequest request) {
        var me = myself.id();
        if (account.of(me).secondFactor().required()) {
            return Problem.of(409, "second-factor-required", "Your organization wants everybody to have one",
                    "Whoever lost the device asks an admin to reset it.").toResponse();
        }
        return tooOften().orElseGet(() -> change.remove(me, request.code())
                ? passed(Response.noContent().build())
                : wrongCode());
    }

    private Optional<Response> tooOften() {
        return throttle.tooOften(account.of(myself.id()).account().email(), origin.read())
                .map(wait -> Problem.of(429, "slow-down", "Too many attempts", "Wait a few minutes and try again.")
                        .retryAfter(wait).toResponse());
    }

    private Response codes(Optional<List<String>> codes) {
        return codes.map(fresh -> passed(Response.ok(new RecoveryCodesView(fresh))
                .header(HttpHeaders.CACHE_CONTROL, "no-store").build())).orElseGet(MySecondFactorResource::wrongCode);
    }

    private Response passed(Response answer) {
        throttle.passed(account.of(myself.id()).account().email(), origin.read());
        return answer;
    }

    private static Response wrongCode() {
        return Problem.of(422, "wrong-code", "This code is not good",
                "Take the one your app shows now; each works once.").toResponse();
    }

    record CodeRequest(@NotBlank @Size(max = 20) String code) {}

    /**
     * What an app needs.
     *
     * @param secret for typing, base32
     * @param uri    for a link that opens the app
     * @param qr     the same to be scanned: rows of a square, 1 is dark; a margin of four is not in it
     */
    record SetUpView(String secret, String uri, List<String> qr) {}

    /** Shown this once. */
    record RecoveryCodesView(List<String> recoveryCodes) {}
}
