-- Who went in and out. Refused scans of genuine tickets are kept too: they tell of copies.
CREATE TABLE check_in (
    id          bigint      GENERATED ALWAYS AS IDENTITY,
    event_id    text        NOT NULL,
    ticket_id   uuid        NOT NULL,
    nonce       text        NOT NULL,        -- the scanner's name for this scan, so that it can be sent again
    direction   text        NOT NULL,
    gate        text        NOT NULL,
    outcome     text        NOT NULL,
    scanned_at  timestamptz NOT NULL,        -- on the scanner's clock, never later than it was received
    received_at timestamptz NOT NULL,
    staff_id    uuid        NOT NULL,
    CONSTRAINT check_in_pk PRIMARY KEY (id),
    CONSTRAINT check_in_nonce_unique UNIQUE (event_id, nonce),
    CONSTRAINT check_in_ticket_fk FOREIGN KEY (ticket_id) REFERENCES ticket (id),
    CONSTRAINT check_in_direction_known CHECK (direction IN ('IN', 'OUT')),
    CONSTRAINT check_in_outcome_known
        CHECK (outcome IN ('ACCEPTED', 'ALREADY_IN', 'NOT_IN', 'TICKET_CANCELLED', 'EVENT_CANCELLED')),
    CONSTRAINT check_in_not_in_the_future CHECK (scanned_at <= received_at)
);
CREATE INDEX check_in_accepted ON check_in (ticket_id, id) WHERE outcome = 'ACCEPTED';
CREATE INDEX check_in_by_event ON check_in (event_id, id);

-- The sale minute by minute is read while it runs.
CREATE INDEX ticket_by_minute ON ticket (event_id, issued_at);
