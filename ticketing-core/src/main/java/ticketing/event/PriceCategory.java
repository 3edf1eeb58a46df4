package ticketing.event;

import java.io.Serializable;

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

    /** For Hibernate. */
    protected PriceCategory() {}

    PriceCategory(String event, PlanCategory category, int amount) {
        this.key = new Key(event, category.id());
        this.name = category.name();
        this.color = category.color();
        this.position = category.position();
        this.amount = amount;
    }

    void cost(int newAmount) {
        amount = newAmount;
    }

    /** Of which event, and which of its categories. */
    @Embeddable
    record Key(String eventId, String id) implements Serializable {}
}
