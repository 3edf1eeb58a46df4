-- What becomes of each seat of each event. A hold's deadline stands here too (held_until), so that one row tells
-- whether its seat is free: it is when state is FREE, or when state is HELD and held_until has passed.

CREATE TABLE seat_state (
    event_id    text        NOT NULL,
    seat_id     text        NOT NULL,
    position    integer     NOT NULL,        -- the seat's position in the plan; locks are taken in this order
    category_id text        NOT NULL,
    state       text        NOT NULL,
    hold_id     uuid,
    held_until  timestamptz,
    changed_at  timestamptz NOT NULL,
    CONSTRAINT seat_state_pk PRIMARY KEY (event_id, seat_id),
    CONSTRAINT seat_state_position_unique UNIQUE (event_id, position),
    CONSTRAINT seat_state_event_fk FOREIGN KEY (event_id) REFERENCES event (id),
    CONSTRAINT seat_state_category_fk FOREIGN KEY (event_id, category_id) REFERENCES price_category (event_id, id),
    CONSTRAINT seat_state_known CHECK (state IN ('FREE', 'HELD', 'SOLD', 'BLOCKED')),
    CONSTRAINT seat_state_hold_only_while_held CHECK ((state = 'HELD') = (hold_id IS NOT NULL)),
    CONSTRAINT seat_state_deadline_only_while_held CHECK ((state = 'HELD') = (held_until IS NOT NULL))
);
CREATE INDEX seat_state_changes ON seat_state (event_id, changed_at);
CREATE INDEX seat_state_of_hold ON seat_state (hold_id) WHERE hold_id IS NOT NULL;
