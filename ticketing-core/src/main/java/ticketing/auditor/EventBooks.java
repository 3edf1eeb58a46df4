package ticketing.auditor;

import ticketing.money.Money;

/**
 * An event's money: what was taken less what goes back must be worth its valid tickets, and the fees that were
 * kept of tickets taken back.
 *
 * @param refunded   also what is on its way back
 * @param difference what no ticket stands for; 0 when the books are right
 */
record EventBooks(String eventId, long orders, long tickets, Money ticketsWorth, Money taken, Money refunded,
        Money feesKept, Money difference) {

    static EventBooks of(String eventId, long orders, long tickets, Money ticketsWorth, Money taken, Money refunded,
            Money feesKept) {
        return new EventBooks(eventId, orders, tickets, ticketsWorth, taken, refunded, feesKept,
                new Money(taken.amount() - refunded.amount() - ticketsWorth.amount() - feesKept.amount(),
                        taken.currency()));
    }
}
