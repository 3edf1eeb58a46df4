package ticketing.auditor;

import ticketing.money.Money;

/**
 * An event's money: what was taken less what goes back must be worth its valid tickets.
 *
 * @param refunded   also what is on its way back
 * @param difference what no ticket stands for; 0 when the books are right
 */
record EventBooks(String eventId, long orders, long tickets, Money ticketsWorth, Money taken, Money refunded,
        Money difference) {

    static EventBooks of(String eventId, long orders, long tickets, Money ticketsWorth, Money taken, Money refunded) {
        return new EventBooks(eventId, orders, tickets, ticketsWorth, taken, refunded,
                new Money(taken.amount() - refunded.amount() - ticketsWorth.amount(), taken.currency()));
    }
}
