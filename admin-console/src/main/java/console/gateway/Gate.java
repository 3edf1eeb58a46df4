package console.gateway;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import console.session.CurrentSession;
import console.session.StaffSession;
import contract.problem.Problem;

/** Decides whether a call is passed on, and makes it one in the name of whoever is signed in. */
@ApplicationScoped
public class Gate {

    /** Where the calls of the pages begin. */
    public static final String ROOT = "/admin/api";

    private final AllowList list;
    private final CurrentSession current;

    Gate(AllowList list, CurrentSession current) {
        this.list = list;
        this.current = current;
    }

    /**
     * @param target address and query below {@link #ROOT}, as they were sent
     * @throws contract.problem.ProblemException 404, 405 or 403 when it is not passed on
     */
    public Outgoing open(String method, String target, Map<String, String> headers, byte[] body) {
        var session = current.session()
                .orElseThrow(() -> new IllegalStateException("no session at an address that needs one"));
        var call = judge(list.ask(method, target.replaceAll("\\?.*", ""), session.roles()));
        var service = Service.of(target.split("/")[1])
                .orElseThrow(() -> new IllegalStateException("a call to no service is on the list"));
        return new Outgoing(service, method, target, withBearer(headers, session), body,
                Duration.ofSeconds(call.seconds()));
    }

    private static AllowedCall judge(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Allowed allowed -> allowed.call();
            case Verdict.Unknown unknown -> throw Problem.of(404, "not-found", "There is nothing here",
                    "The console passes only those calls on that its pages make.").toException();
            case Verdict.OtherMethod other -> throw Problem.of(405, "method-not-allowed",
                    "This address does not take that method", "It takes " + String.join(", ", other.methods()) + ".")
                    .toException();
            case Verdict.OtherRole other -> throw Problem.of(403, "not-allowed", "Your role does not allow this",
                    "Ask somebody who is " + String.join(" or ", other.roles()) + ".").toException();
        };
    }

    private static Map<String, String> withBearer(Map<String, String> headers, StaffSession session) {
        var all = new TreeMap<>(headers);
        all.put("Authorization", "Bearer " + session.accessToken());
        return all;
    }
}
