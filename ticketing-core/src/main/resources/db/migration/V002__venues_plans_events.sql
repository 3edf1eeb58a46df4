-- What is sold: venues, their seating plans, events, prices.

CREATE TABLE venue (
    id              text        NOT NULL,
    organization_id text        NOT NULL,
    name            text        NOT NULL,
    address         text        NOT NULL,
    city            text        NOT NULL,
    country         text        NOT NULL,   -- ISO 3166-1 alpha-2
    timezone        text        NOT NULL,   -- IANA name
    created_at      timestamptz NOT NULL,
    CONSTRAINT venue_pk PRIMARY KEY (id),
    CONSTRAINT venue_organization_fk FOREIGN KEY (organization_id) REFERENCES organization (id),
    CONSTRAINT venue_country_two_letters CHECK (country ~ '^[A-Z]{2}$')
);

-- A plan never changes once stored: an event's seats must mean tomorrow what they mean today.
CREATE TABLE seating_plan (
    id              text        NOT NULL,
    organization_id text        NOT NULL,
    venue_id        text        NOT NULL,
    name            text        NOT NULL,
    source          text        NOT NULL,   -- as it was imported, to the byte: the export loses nothing
    geometry        text        NOT NULL,   -- as browsers draw it: absolute positions
    seats           integer     NOT NULL,
    areas           integer     NOT NULL,
    created_at      timestamptz NOT NULL,
    CONSTRAINT seating_plan_pk PRIMARY KEY (id),
    CONSTRAINT seating_plan_organization_fk FOREIGN KEY (organization_id) REFERENCES organization (id),
    CONSTRAINT seating_plan_venue_fk FOREIGN KEY (venue_id) REFERENCES venue (id),
    CONSTRAINT seating_plan_seats_not_negative CHECK (seats >= 0 AND areas >= 0)
);

CREATE TABLE plan_seat (
    plan_id    text    NOT NULL,
    seat_id    text    NOT NULL,             -- the plan's seat_guid
    position   integer NOT NULL,             -- zone by zone, row by row, seat by seat; from 0 without gaps
    label      text    NOT NULL,             -- what is printed on the ticket, such as "Stalls, row A, seat 7"
    zone       text    NOT NULL,
    row_label  text    NOT NULL,
    number     text    NOT NULL,
    category   text    NOT NULL,             -- the category's name in the plan
    accessible boolean NOT NULL,
    CONSTRAINT plan_seat_pk PRIMARY KEY (plan_id, seat_id),
    CONSTRAINT plan_seat_position_unique UNIQUE (plan_id, position),
    CONSTRAINT plan_seat_plan_fk FOREIGN KEY (plan_id) REFERENCES seating_plan (id)
);

CREATE TABLE event (
    id                   text        NOT NULL,
    organization_id      text        NOT NULL,
    venue_id             text        NOT NULL,
    plan_id              text        NOT NULL,
    title                text        NOT NULL,
    description          text        NOT NULL DEFAULT '',
    genre                text        NOT NULL,
    starts_at            timestamptz NOT NULL,
    gated                boolean     NOT NULL,
    currency             text        NOT NULL,
    sales_from           timestamptz NOT NULL,
    sales_until          timestamptz NOT NULL,
    hold_seconds         integer     NOT NULL,
    max_seats_per_order  integer     NOT NULL,
    max_seats_per_buyer  integer     NOT NULL,
    state                text        NOT NULL,
    version              bigint      NOT NULL DEFAULT 0,
    created_at           timestamptz NOT NULL,
    CONSTRAINT event_pk PRIMARY KEY (id),
    CONSTRAINT event_organization_fk FOREIGN KEY (organization_id) REFERENCES organization (id),
    CONSTRAINT event_venue_fk FOREIGN KEY (venue_id) REFERENCES venue (id),
    CONSTRAINT event_plan_fk FOREIGN KEY (plan_id) REFERENCES seating_plan (id),
    CONSTRAINT event_state_known CHECK (state IN ('DRAFT', 'PUBLISHED', 'CANCELLED')),
    CONSTRAINT event_currency_three_letters CHECK (currency ~ '^[A-Z]{3}$'),
    CONSTRAINT event_sales_window CHECK (sales_from < sales_until),
    CONSTRAINT event_hold_seconds_bounds CHECK (hold_seconds BETWEEN 30 AND 3600),
    CONSTRAINT event_seat_limits CHECK (max_seats_per_order BETWEEN 1 AND 100
                                        AND max_seats_per_buyer BETWEEN 1 AND 1000)
);
CREATE INDEX event_by_start ON event (starts_at, id) WHERE state = 'PUBLISHED';

CREATE TABLE price_category (
    event_id    text    NOT NULL,
    id          text    NOT NULL,            -- the name as a slug, unique within the event
    name        text    NOT NULL,            -- the category's name in the plan
    color       text    NOT NULL,            -- #rrggbb
    amount      integer NOT NULL,            -- minor units of the event's currency
    position    integer NOT NULL,
    CONSTRAINT price_category_pk PRIMARY KEY (event_id, id),
    CONSTRAINT price_category_event_fk FOREIGN KEY (event_id) REFERENCES event (id) ON DELETE CASCADE,
    CONSTRAINT price_category_name_unique UNIQUE (event_id, name),
    CONSTRAINT price_category_amount_not_negative CHECK (amount >= 0)
);
