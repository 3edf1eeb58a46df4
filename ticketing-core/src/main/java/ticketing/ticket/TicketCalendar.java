package ticketing.ticket;

import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import ticketing.order.OrderDetails;
import ticketing.order.Ticket;

/** The event of an order as a calendar entry. In UTC, which every calendar shows in its owner's time. */
final class TicketCalendar {

    private TicketCalendar() {}

    static String of(OrderDetails order) {
        var event = order.event();
        var entry = new VEvent(event.startsAt(), event.title());
        entry.add(new Uid(order.order().facts().code() + "@ticket-d-saster"));
        entry.add(new Location(event.venue() + ", " + event.address() + ", " + event.city()));
        entry.add(new Description(String.join("\n", order.tickets().stream().filter(Ticket::valid).map(Ticket::label)
                .toList())));
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Ticket D-Saster//Tickets//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableMethod.PUBLISH);
        calendar.add(entry);
        return calendar.toString();
    }
}
