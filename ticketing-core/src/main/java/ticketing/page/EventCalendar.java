package ticketing.page;

import java.net.URI;
import java.util.List;

import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** Concerts as a calendar follows them. In UTC, which every calendar shows in its owner's time. */
final class EventCalendar {

    private EventCalendar() {}

    static String of(List<EventFacts> events, PageConfig config) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Ticket D-Saster//Concerts//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableMethod.PUBLISH);
        events.forEach(event -> calendar.add(entry(event, config)));
        return calendar.toString();
    }

    private static VEvent entry(EventFacts event, PageConfig config) {
        var url = Addresses.ofEvent(config, event.id());
        var venue = event.venue();
        var entry = new VEvent(event.startsAt(), event.title());
        entry.add(new Uid(event.id() + "@ticket-d-saster"));
        entry.add(new Location(venue.name() + ", " + venue.address() + ", " + venue.city()));
        entry.add(new Description(event.description().isBlank() ? url : event.description() + "\n" + url));
        entry.add(new Url(URI.create(url)));
        entry.add(new Status(status(event)));
        return entry;
    }

    private static String status(EventFacts event) {
        return switch (event.state()) {
            case CANCELLED -> Status.VALUE_CANCELLED;
            case POSTPONED -> Status.VALUE_TENTATIVE;
            case PUBLISHED -> Status.VALUE_CONFIRMED;
            case DRAFT -> Status.VALUE_TENTATIVE;
        };
    }
}
