-- A session's claim on seats, and the seats as they were promised: label, category and price of the moment.

CREATE TABLE hold (
    id            uuid        NOT NULL,
    session_id    uuid        NOT NULL,
    event_id      text        NOT NULL,
    state         text        NOT NULL,
    placed_at     timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL,
    latest_end_at timestamptz NOT NULL,     -- no extension reaches beyond
    extended      boolean     NOT NULL DEFAULT false,
    ended_at      timestamptz,
    CONSTRAINT hold_pk PRIMARY KEY (id),
    CONSTRAINT hold_session_fk FOREIGN KEY (session_id) REFERENCES shopping_session (id),
    CONSTRAINT hold_event_fk FOREIGN KEY (event_id) REFERENCES event (id),
    CONSTRAINT hold_state_known CHECK (state IN ('ACTIVE', 'ORDERED', 'PURCHASED', 'RELEASED', 'EXPIRED')),
    CONSTRAINT hold_ended_unless_alive CHECK ((state IN ('ACTIVE', 'ORDERED')) = (ended_at IS NULL)),
    CONSTRAINT hold_within_hard_maximum CHECK (expires_at <= latest_end_at)
);
-- One live hold per session, however many requests race for it.
CREATE UNIQUE INDEX hold_one_alive_per_session ON hold (session_id) WHERE state IN ('ACTIVE', 'ORDERED');
CREATE INDEX hold_active_by_end ON hold (expires_at) WHERE state = 'ACTIVE';

CREATE TABLE hold_seat (
    hold_id       uuid    NOT NULL,
    seat_id       text    NOT NULL,
    position      integer NOT NULL,
    label         text    NOT NULL,
    category_id   text    NOT NULL,
    category_name text    NOT NULL,
    amount        integer NOT NULL,
    CONSTRAINT hold_seat_pk PRIMARY KEY (hold_id, seat_id),
    CONSTRAINT hold_seat_hold_fk FOREIGN KEY (hold_id) REFERENCES hold (id),
    CONSTRAINT hold_seat_amount_not_negative CHECK (amount >= 0)
);

-- The sweeper's way to seats whose hold has ended.
CREATE INDEX seat_state_held_by_end ON seat_state (held_until) WHERE state = 'HELD';
