package ticketing.event;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import contract.problem.Problem;

/** How refusals about events are told. */
final class EventAnswers {

    private EventAnswers() {}

    static Problem refusal(EventOutcome.Refused refusal) {
        return switch (refusal) {
            case EventOutcome.UnknownEvent unknown -> Events.UNKNOWN;
            case EventOutcome.UnknownVenue unknown -> Problem.of(422, "unknown-venue", "There is no such venue",
                    "Send the venueId of a venue of this organization.");
            case EventOutcome.UnknownPlan unknown -> Problem.of(422, "unknown-plan", "There is no such plan",
                    "Send the planId of a plan that was imported for this venue.");
            case EventOutcome.NoSalesWindow none -> Problem.of(422, "invalid-event", "The sale ends before it begins",
                    "salesFrom must be before salesUntil.")
                    .with("violations", List.of(violation("/salesUntil", "must be after salesFrom")));
            case EventOutcome.WrongState(EventState state) -> wrongState(state.name().toLowerCase(Locale.ROOT));
            case EventOutcome.WrongPrices(PriceList prices) -> prices(prices);
        };
    }

    private static Problem wrongState(String state) {
        return Problem.of(409, "event-" + state, "The event's state does not allow this", "It is %s.".formatted(state));
    }

    private static Problem prices(PriceList prices) {
        return switch (prices) {
            case PriceList.Complete complete -> throw new IllegalArgumentException("no refusal");
            case PriceList.Missing(List<String> names) -> Problem
                    .of(422, "missing-prices", "Some categories have no price",
                            "Set a price for %s.".formatted(String.join(", ", names)))
                    .with("missing", names)
                    .with("violations", names.stream()
                            .map(name -> violation("/prices", "no price for " + name)).toList());
            case PriceList.Unknown(List<String> names) -> Problem
                    .of(422, "unknown-category", "The plan has no such category",
                            "Leave out %s, or mend the name.".formatted(String.join(", ", names)))
                    .with("unknown", names);
            case PriceList.Twice(String name) -> Problem.of(422, "duplicate-price", "A category has two prices",
                    "Set one price for %s.".formatted(name));
        };
    }

    private static Map<String, String> violation(String at, String message) {
        return Map.of("at", at, "message", message);
    }
}
