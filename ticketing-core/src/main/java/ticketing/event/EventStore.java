package ticketing.event;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import ticketing.database.Database;
import ticketing.plan.Plans.PlanCategory;

@ApplicationScoped
class EventStore implements PanacheRepositoryBase<Event, String> {

    /**
     * Every seat of the plan becomes a seat of the event in one statement; a published event has all its seats or is
     * not published.
     */
    private static final String CREATE_SEATS = """
            INSERT INTO seat_state (event_id, seat_id, position, category_id, state, preference, area_id, changed_at)
            SELECT e.id, s.seat_id, s.position, c.id, 'FREE', s.preference, s.area_id, clock_timestamp()
              FROM event e
              JOIN plan_seat s ON s.plan_id = e.plan_id
              JOIN price_category c ON c.event_id = e.id AND c.name = s.category
             WHERE e.id = ?
             ORDER BY s.position
            """;

    private final Database database;

    EventStore(Database database) {
        this.database = database;
    }

    /** Locked until the transaction ends: changes of one event happen one after the other. */
    Optional<Event> lock(String id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * Prices are rows of their own: a change of them alone must give the event a new version too. By SQL, because
     * Hibernate's forced increment does nothing to a row that is locked already.
     */
    void bumpVersion(Event event) {
        flush();
        database.update("UPDATE event SET version = version + 1 WHERE id = ?", event.id());
    }

    void setPrices(String event, Map<PlanCategory, Price> prices) {
        var entities = getEntityManager();
        prices.forEach((category, price) -> {
            var known = entities.find(PriceCategory.class, new PriceCategory.Key(event, category.id()));
            if (known == null) {
                entities.persist(new PriceCategory(event, category, price));
            } else {
                known.cost(price);
            }
        });
    }

    List<Price> prices(String event) {
        return getEntityManager()
                .createQuery("from PriceCategory where key.eventId = :event order by position", PriceCategory.class)
                .setParameter("event", event).getResultStream().map(PriceCategory::price).toList();
    }

    void createSeats(String event) {
        database.update(CREATE_SEATS, event);
    }
}
