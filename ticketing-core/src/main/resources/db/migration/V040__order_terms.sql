-- What an organizer decides about orders of an event: fees, tax, and what buyers may do with their tickets.
-- An event without a row has the defaults.
CREATE TABLE order_terms (
    event_id         text        NOT NULL,
    fee_per_ticket   integer     NOT NULL DEFAULT 0,      -- minor units of the event's currency
    fee_basis_points integer     NOT NULL DEFAULT 0,      -- of a ticket's price after any discount
    tax_basis_points integer     NOT NULL DEFAULT 0,      -- included in what is paid
    holder_changes   boolean     NOT NULL DEFAULT true,
    returns          boolean     NOT NULL DEFAULT false,
    returns_until    timestamptz,                         -- null: until the event begins
    waiting_list     boolean     NOT NULL DEFAULT true,
    CONSTRAINT order_terms_pk PRIMARY KEY (event_id),
    CONSTRAINT order_terms_event_fk FOREIGN KEY (event_id) REFERENCES event (id) ON DELETE CASCADE,
    CONSTRAINT order_terms_fee_bounds CHECK (fee_per_ticket BETWEEN 0 AND 1000000
                                             AND fee_basis_points BETWEEN 0 AND 10000),
    CONSTRAINT order_terms_tax_bounds CHECK (tax_basis_points BETWEEN 0 AND 10000),
    CONSTRAINT order_terms_end_of_returns CHECK (returns_until IS NULL OR returns)
);

-- The fees of the moment are promised with the seats.
ALTER TABLE hold
    ADD COLUMN fee_per_ticket   integer NOT NULL DEFAULT 0,
    ADD COLUMN fee_basis_points integer NOT NULL DEFAULT 0,
    ADD COLUMN tax_basis_points integer NOT NULL DEFAULT 0;

-- What an order consists of. Tickets come and go; these lines stay, and add up to the order's amount.
CREATE TABLE order_line (
    order_code  text    NOT NULL,
    seat_id     text    NOT NULL,
    position    integer NOT NULL,
    label       text    NOT NULL,
    category_id text    NOT NULL,
    category    text    NOT NULL,
    amount      integer NOT NULL,                         -- the seat's price
    discount    integer NOT NULL,                         -- off the price
    fee         integer NOT NULL,                         -- on top of it
    CONSTRAINT order_line_pk PRIMARY KEY (order_code, seat_id),
    CONSTRAINT order_line_order_fk FOREIGN KEY (order_code) REFERENCES ticket_order (code),
    CONSTRAINT order_line_figures CHECK (amount >= 0 AND fee >= 0 AND discount BETWEEN 0 AND amount)
);

INSERT INTO order_line (order_code, seat_id, position, label, category_id, category, amount, discount, fee)
SELECT ticket_order.code, seat.seat_id, seat.position, seat.label, seat.category_id, seat.category_name, seat.amount,
       0, 0
  FROM ticket_order
  JOIN hold_seat AS seat ON seat.hold_id = ticket_order.hold_id;

-- The order's amount is what is paid: prices, less the discount, plus the fee.
ALTER TABLE ticket_order
    ADD COLUMN discount         integer NOT NULL DEFAULT 0,
    ADD COLUMN fee              integer NOT NULL DEFAULT 0,
    ADD COLUMN tax_basis_points integer NOT NULL DEFAULT 0,
    ADD COLUMN promo_code       text,
    ADD CONSTRAINT ticket_order_bill CHECK (discount >= 0 AND fee BETWEEN 0 AND amount),
    ADD CONSTRAINT ticket_order_discount_by_promo CHECK (discount = 0 OR promo_code IS NOT NULL);

ALTER TABLE ticket
    ADD COLUMN discount integer NOT NULL DEFAULT 0,
    ADD COLUMN fee      integer NOT NULL DEFAULT 0,
    ADD COLUMN paid     integer GENERATED ALWAYS AS (amount - discount + fee) STORED,
    ADD CONSTRAINT ticket_bill CHECK (fee >= 0 AND discount BETWEEN 0 AND amount);
