package ticketing.order;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import ticketing.terms.Attendees;

/** Judges whether a buyer names those whom the organizer asks for, and nobody else. */
final class Attendance {

    private Attendance() {}

    /** @param named who comes, by seat */
    static Optional<OrderOutcome> fault(Attendees wanted, List<String> held, Map<String, String> named) {
        var unwanted = named.keySet().stream().filter(seat -> wanted == Attendees.NONE || !held.contains(seat)).sorted()
                .toList();
        if (!unwanted.isEmpty()) {
            return Optional.of(new OrderOutcome.AttendeesUnwanted(unwanted));
        }
        var missing = held.stream().filter(seat -> !named.containsKey(seat)).toList();
        return wanted == Attendees.REQUIRED && !missing.isEmpty()
                ? Optional.of(new OrderOutcome.AttendeesMissing(missing))
                : Optional.empty();
    }
}
