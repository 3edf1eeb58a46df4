package ticketing.event;

import java.io.Serializable;
import java.time.Instant;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;

import ticketing.plan.Plans.PlanCategory;

/** What a seat of one of the plan's categories costs at an event. */
@Entity
class PriceCategory {

    @EmbeddedId
    private Key key;
    private String name;
    private String color;
    private int amount;
    private int position;
    private Instant salesFrom;
    private Instant salesUntil;

    /** For Hibernate. */
    protected PriceCategory() {}

    PriceCategory(String event, PlanCategory category, Price price) {
        this.key = new Key(event, category.id());
        this.name = category.name();
        this.color = category.color();
        this.position = category.position();
        cost(price);
    }

    void cost(Price price) {
        amount = price.amount();
        salesFrom = price.salesFrom();
        salesUntil = price.salesUntil();
    }

    /** As an organizer would set it for another event. */
    Price price() {
        return new Price(key.id(), amount, salesFrom, salesUntil);
    }

    /** Of which event, and which of its categories. */
    @Embeddable
    record Key(String eventId, String id) implements Serializable {}
}
