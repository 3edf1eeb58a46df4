package ticketing.signin;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import ticketing.access.CurrentCaller;
import ticketing.database.Tenancy;

/**
 * The member of staff whose own account a request is about. An account belongs to no organization, so the request works
 * as the shop does, and each of its statements names the account.
 */
@RequestScoped
class Myself {

    private final CurrentCaller caller;
    private final Tenancy tenancy;

    Myself(CurrentCaller caller, Tenancy tenancy) {
        this.caller = caller;
        this.tenancy = tenancy;
    }

    /** @throws contract.problem.ProblemException 403, for a program: it has no account */
    UUID id() {
        var me = caller.get();
        me.demandPerson();
        tenancy.becomeShop();
        return me.id();
    }

    UUID session() {
        return caller.session().orElseThrow(() -> new IllegalStateException("a person without a session"));
    }
}
