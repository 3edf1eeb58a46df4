package ticketing.signin;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import contract.problem.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.http.Page;
import ticketing.signin.MyAccount.PasswordChange;
import ticketing.staff.Account;

/** What somebody does about their own account. */
@Path("/api/ticketing/staff/me")
@Authenticated
@RunOnVirtualThread
class MyAccountResource {

    private final MyAccount account;
    private final Myself myself;
    private final OriginReader origin;

    MyAccountResource(MyAccount account, Myself myself, OriginReader origin) {
        this.account = account;
        this.myself = myself;
        this.origin = origin;
    }

    @GET
    public MyView read() {
        return MyView.of(account.of(myself.id()));
    }

    @PATCH
    public MyView rename(@Valid @NotNull NameRequest request) {
        var me = myself.id();
        account.rename(me, request.name().strip());
        return MyView.of(account.of(me));
    }

    /** Another password. All other sessions end. */
    @POST
    @Path("/password")
    public Response changePassword(@Valid @NotNull PasswordRequest request) {
        var outcome = account.changePassword(myself.id(), myself.session(), request.present(), request.password(),
                origin.read());
        return switch (outcome) {
            case PasswordChange.Done done -> Response.noContent().build();
            case PasswordChange.Wrong wrong -> Problem.of(422, "wrong-password", "This is not your password",
                    "Type the one you sign in with now. If it is lost, sign out and ask for another.").toResponse();
            case PasswordChange.TooOften(Duration wait) -> Problem.of(429, "slow-down", "Too many attempts",
                    "Wait a few minutes and try again.").retryAfter(wait).toResponse();
        };
    }

    @GET
    @Path("/sessions")
    public Page<StaffSession> sessions() {
        return new Page<>(account.sessions(myself.id(), myself.session()), null);
    }

    /** Ends one session; {@code current} is the one that asks, which is to sign out. */
    @DELETE
    @Path("/sessions/{session}")
    public Response end(@PathParam("session") String session) {
        var me = myself.id();
        return sessionId(session).filter(id -> account.end(me, id)).isPresent()
                ? Response.noContent().build()
                : Problem.of(404, "unknown-session", "There is no such session", "It may have ended already.")
                        .toResponse();
    }

    /** Ends all sessions but the one that asks. */
    @DELETE
    @Path("/sessions")
    public Response endOthers() {
        account.endAllBut(myself.id(), myself.session());
        return Response.noContent().build();
    }

    private Optional<UUID> sessionId(String session) {
        try {
            return Optional.of(session.equals("current") ? myself.session() : UUID.fromString(session));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    record NameRequest(@NotBlank @Size(max = 200) String name) {}

    record PasswordRequest(@NotBlank @Size(max = 200) String present,
            @NotBlank @Size(min = 8, max = 200) String password) {}

    /**
     * An account as its owner sees it.
     *
     * @param organizations their roles, by the organizations' ids
     */
    record MyView(UUID id, String name, String email, boolean admin, boolean hasPassword,
            Map<String, String> organizations, SecondFactorView secondFactor) {

        static MyView of(MyAccount.Mine mine) {
            Account account = mine.account();
            var organizations = new TreeMap<String, String>();
            account.organizations().forEach((id, role) -> organizations.put(id, role.key()));
            return new MyView(account.id(), account.name(), account.email(), account.admin(),
                    account.passwordHash().isPresent(), organizations, mine.secondFactor());
        }
    }
}
