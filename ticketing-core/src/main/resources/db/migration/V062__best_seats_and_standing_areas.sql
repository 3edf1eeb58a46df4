-- Where the best seats are, who they are for, and areas in which people stand.

-- Plans that name a focal point know how far each seat is from it, and in which order their rows are offered. Without
-- one the order of the plan is the order of preference.
ALTER TABLE plan_seat
    ADD COLUMN companion       boolean NOT NULL DEFAULT false,  -- beside an accessible seat, for whoever comes along
    ADD COLUMN restricted_view boolean NOT NULL DEFAULT false,
    ADD COLUMN preference      integer,                         -- lower is better: row by row, nearest row first
    ADD COLUMN remoteness      double precision,                -- from the focal point, in the plan's units
    ADD COLUMN area_id         text,                            -- a place to stand in this area; null: a seat
    ADD CONSTRAINT plan_seat_preference_with_remoteness CHECK ((preference IS NULL) = (remoteness IS NULL));

CREATE TABLE plan_area (
    plan_id  text    NOT NULL,
    id       text    NOT NULL,               -- as the plan's geometry has it
    name     text    NOT NULL,
    category text    NOT NULL,               -- the category's name in the plan
    capacity integer NOT NULL,
    CONSTRAINT plan_area_pk PRIMARY KEY (plan_id, id),
    CONSTRAINT plan_area_plan_fk FOREIGN KEY (plan_id) REFERENCES seating_plan (id),
    CONSTRAINT plan_area_has_room CHECK (capacity > 0)
);

-- A place to stand is a row like a seat, so that all that keeps a seat from being sold twice keeps it too.
ALTER TABLE seat_state
    ADD COLUMN preference integer,
    ADD COLUMN area_id    text;

-- The next free ones in the order of preference, however many are sold already. A seat that is taken only leaves.
CREATE INDEX seat_state_free_by_preference ON seat_state (event_id, category_id, coalesce(preference, position))
    WHERE state = 'FREE' AND area_id IS NULL;
CREATE INDEX seat_state_free_in_area ON seat_state (event_id, area_id, position)
    WHERE state = 'FREE' AND area_id IS NOT NULL;

-- Seats that come back may wait for a random moment, so that reloading the page again and again gains nothing.
ALTER TABLE event
    ADD COLUMN return_delay_seconds integer NOT NULL DEFAULT 0,
    ADD CONSTRAINT event_return_delay_bounds CHECK (return_delay_seconds BETWEEN 0 AND 3600);
