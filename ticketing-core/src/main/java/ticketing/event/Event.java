package ticketing.event;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import ticketing.id.ShortId;

/** An event as it is stored; the rules of its states stand in {@link EventState}. */
@Entity
class Event {

    @Id
    private String id;
    private String organizationId;
    private String venueId;
    private String planId;
    private String title;
    private String description;
    private String genre;
    private Instant startsAt;
    private boolean gated;
    private String currency;
    private Instant salesFrom;
    private Instant salesUntil;
    private int holdSeconds;
    private int maxSeatsPerOrder;
    private int maxSeatsPerBuyer;
    private int returnDelaySeconds;
    @Enumerated(EnumType.STRING)
    private EventState state;
    @Version
    private long version;
    private Instant createdAt;

    /** For Hibernate. */
    protected Event() {}

    static Event draft(EventPlace place, String currency, EventTerms terms, Instant now) {
        var event = new Event();
        event.id = ShortId.next();
        event.organizationId = place.organizationId();
        event.venueId = place.venueId();
        event.planId = place.planId();
        event.currency = currency;
        event.state = EventState.DRAFT;
        event.createdAt = now;
        event.change(terms);
        return event;
    }

    String id() {
        return id;
    }

    String organizationId() {
        return organizationId;
    }

    String planId() {
        return planId;
    }

    EventState state() {
        return state;
    }

    long version() {
        return version;
    }

    EventTerms terms() {
        return new EventTerms(title, description, genre, startsAt, gated, salesFrom, salesUntil, holdSeconds,
                maxSeatsPerOrder, maxSeatsPerBuyer, returnDelaySeconds);
    }

    String currency() {
        return currency;
    }

    EventPlace place() {
        return new EventPlace(organizationId, venueId, planId);
    }

    void change(EventTerms terms) {
        title = terms.title();
        description = terms.description();
        genre = terms.genre();
        startsAt = terms.startsAt();
        gated = terms.gated();
        salesFrom = terms.salesFrom();
        salesUntil = terms.salesUntil();
        holdSeconds = terms.holdSeconds();
        maxSeatsPerOrder = terms.maxSeatsPerOrder();
        maxSeatsPerBuyer = terms.maxSeatsPerBuyer();
        returnDelaySeconds = terms.returnDelaySeconds();
    }

    void publish() {
        if (state != EventState.DRAFT && state != EventState.POSTPONED) {
            throw new IllegalStateException("publish " + state);
        }
        state = EventState.PUBLISHED;
    }

    void postpone() {
        if (state != EventState.PUBLISHED) {
            throw new IllegalStateException("postpone " + state);
        }
        state = EventState.POSTPONED;
    }

    void cancel() {
        state = EventState.CANCELLED;
    }

    /** Whose event it is, and where it takes place. */
    record EventPlace(String organizationId, String venueId, String planId) {}
}
