package botdefense.decision;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Predicate;

import jakarta.ws.rs.QueryParam;

import botdefense.Action;
import botdefense.policy.Verdict;
import contract.problem.Problem;

/** What decisions are searched by; what is left out matches all. */
public class DecisionQueryReader {

    @QueryParam("verdict")
    Verdict verdict;

    @QueryParam("action")
    String action;

    /** Id of a rule that saw something. */
    @QueryParam("signal")
    String signal;

    /** As decisions show it: a network. */
    @QueryParam("address")
    String address;

    @QueryParam("device")
    String device;

    @QueryParam("scope")
    String scope;

    @QueryParam("from")
    String from;

    @QueryParam("to")
    String to;

    /** Only those that a rule in shadow would have decided otherwise. */
    @QueryParam("shadowed")
    Boolean shadowed;

    FindDecisions.Sought sought() {
        Predicate<Decision> wanted = decision -> true;
        if (verdict != null) {
            wanted = wanted.and(decision -> decision.verdict() == verdict);
        }
        if (action != null) {
            var named = Action.of(action).orElseThrow(() -> malformed("action"));
            wanted = wanted.and(decision -> decision.action() == named);
        }
        if (signal != null) {
            wanted = wanted.and(decision -> decision.signals().stream().anyMatch(one -> one.id().equals(signal)));
        }
        if (address != null) {
            wanted = wanted.and(decision -> address.equals(decision.address()));
        }
        if (device != null) {
            wanted = wanted.and(decision -> device.equals(decision.device()));
        }
        if (scope != null) {
            wanted = wanted.and(decision -> scope.equals(decision.scope()));
        }
        if (shadowed != null) {
            wanted = wanted.and(decision -> decision.isShadowOnly() == shadowed);
        }
        return new FindDecisions.Sought(Optional.ofNullable(verdict).map(DecisionStore.Kept::of), wanted.and(within()));
    }

    private Predicate<Decision> within() {
        var start = moment("from", from);
        var end = moment("to", to);
        return decision -> start.map(moment -> !decision.at().isBefore(moment)).orElse(true)
                && end.map(decision.at()::isBefore).orElse(true);
    }

    private static Optional<Instant> moment(String name, String text) {
        try {
            return Optional.ofNullable(text).map(Instant::parse);
        } catch (DateTimeParseException noMoment) {
            throw malformed(name);
        }
    }

    private static RuntimeException malformed(String parameter) {
        return Problem.of(400, "malformed-parameter", "A parameter is malformed",
                "Check %s: moments are ISO 8601, actions view, join, claim, hold and pay.".formatted(parameter))
                .toException();
    }
}
