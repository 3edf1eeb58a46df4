package ticketing.event;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import contract.problem.Problem;
import ticketing.access.CurrentCaller;
import ticketing.access.Role;

/** What other features may ask about events. */
@ApplicationScoped
public class Events {

    /** What is answered for an event that does not exist for whoever asks. */
    public static final Problem UNKNOWN = Problem.of(404, "unknown-event", "There is no such event",
            "Look for it in the list of events.");

    private final EventReadStore events;
    private final CurrentCaller caller;

    Events(EventReadStore events, CurrentCaller caller) {
        this.events = events;
        this.caller = caller;
    }

    public Optional<EventView> find(String id) {
        return events.find(id);
    }

    /** The event, if whoever asks may see it: a draft is for staff of its organization. */
    public Optional<EventView> findVisible(String id) {
        return find(id).filter(event -> event.state() != EventState.DRAFT
                || caller.find().filter(staff -> staff.knows(event.organizationId())).isPresent());
    }

    /**
     * The event, for somebody who may change it.
     *
     * @throws contract.problem.ProblemException 401, 404 or 403
     */
    public EventView forOrganizer(String id) {
        return forStaff(id, Role.ORGANIZER);
    }

    /** The event, for somebody with one of these roles in its organization. */
    public EventView forStaff(String id, Role... oneOf) {
        var staff = caller.get();
        var event = find(id).orElseThrow(UNKNOWN::toException);
        staff.demand(event.organizationId(), UNKNOWN, oneOf);
        return event;
    }
}
