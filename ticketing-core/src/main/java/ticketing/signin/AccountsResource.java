package ticketing.signin;

import java.util.UUID;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import contract.problem.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import ticketing.access.Caller;
import ticketing.access.CurrentCaller;
import ticketing.http.Page;
import ticketing.http.PageRequest;
import ticketing.http.Query;
import ticketing.signin.AccountStore.AccountLine;

/** All accounts, in the hands of admins. */
@Path("/api/ticketing/staff/accounts")
@Authenticated
@RunOnVirtualThread
class AccountsResource {

    private final AccountStore store;
    private final ChangeSecondFactor factors;
    private final ChangeAccount change;
    private final CurrentCaller caller;

    AccountsResource(AccountStore store, ChangeSecondFactor factors, ChangeAccount change, CurrentCaller caller) {
        this.store = store;
        this.factors = factors;
        this.change = change;
        this.caller = caller;
    }

    /** @param search a part of the name or the address */
    @GET
    public Page<AccountLine> list(@QueryParam("search") String search, @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        admin();
        var request = PageRequest.of(limit, after);
        return Page.of(store.list(Query.text(search), request.after().orElse(""), request.rows()), request,
                AccountLine::email);
    }

    /** Takes a second factor from somebody who lost it. They sign in with the password again, and set up another. */
    @DELETE
    @Path("/{account}/second-factor")
    public Response resetSecondFactor(@PathParam("account") UUID account) {
        var by = admin();
        return factors.reset(account, by.id())
                ? Response.noContent().build()
                : Problem.of(404, "no-second-factor", "This account has no second factor",
                        "There is nothing to reset.").toResponse();
    }

    @DELETE
    @Path("/{account}/sessions")
    public Response endSessions(@PathParam("account") UUID account) {
        change.endAllOf(account, admin().id());
        return Response.noContent().build();
    }

    private Caller admin() {
        var by = caller.get();
        by.demandAdmin();
        by.demandPerson();
        return by;
    }
}
