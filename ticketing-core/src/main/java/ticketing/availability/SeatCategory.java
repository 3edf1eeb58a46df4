package ticketing.availability;

import ticketing.money.Money;

/** A price category as seats refer to it. */
record SeatCategory(String id, String name, String color, Money price) {}
