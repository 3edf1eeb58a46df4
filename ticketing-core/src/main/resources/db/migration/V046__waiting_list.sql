-- Fans who line up for a sold-out event, in the order of joining. What comes back is held for them, one by one.
CREATE TABLE waiting_entry (
    id            uuid        NOT NULL,
    event_id      text        NOT NULL,
    place         bigint      GENERATED ALWAYS AS IDENTITY,
    email         text,                                   -- forgotten when the entry has ended
    email_digest  bytea       NOT NULL,
    category_id   text,                                   -- null: any
    quantity      integer     NOT NULL,
    state         text        NOT NULL,
    passed_over   boolean     NOT NULL DEFAULT false,     -- some seats are free, but fewer than wished
    session_id    uuid,
    hold_id       uuid,
    offered_until timestamptz,
    joined_at     timestamptz NOT NULL,
    changed_at    timestamptz NOT NULL,
    CONSTRAINT waiting_entry_pk PRIMARY KEY (id),
    CONSTRAINT waiting_entry_event_fk FOREIGN KEY (event_id) REFERENCES event (id),
    CONSTRAINT waiting_entry_hold_fk FOREIGN KEY (hold_id) REFERENCES hold (id),
    CONSTRAINT waiting_entry_quantity CHECK (quantity BETWEEN 1 AND 100),
    CONSTRAINT waiting_entry_state_known CHECK (state IN ('WAITING', 'OFFERED', 'DONE', 'LAPSED', 'LEFT')),
    CONSTRAINT waiting_entry_offer_while_offered CHECK ((state = 'OFFERED') = (hold_id IS NOT NULL)
                                                        AND (hold_id IS NULL) = (session_id IS NULL)
                                                        AND (hold_id IS NULL) = (offered_until IS NULL)),
    CONSTRAINT waiting_entry_address_while_alive CHECK ((state IN ('WAITING', 'OFFERED')) = (email IS NOT NULL)),
    CONSTRAINT waiting_entry_passed_over_while_waiting CHECK (state = 'WAITING' OR NOT passed_over)
);
-- One place for a fan at an event, however often they join.
CREATE UNIQUE INDEX waiting_entry_one_alive ON waiting_entry (event_id, email_digest)
    WHERE state IN ('WAITING', 'OFFERED');
CREATE INDEX waiting_entry_in_line ON waiting_entry (event_id, place) WHERE state = 'WAITING';
CREATE INDEX waiting_entry_offered ON waiting_entry (hold_id) WHERE state = 'OFFERED';
