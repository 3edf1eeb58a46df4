-- What tells that several orders are of one buyer: the same device key, mailbox, card, or somebody whom tickets of both
-- were passed on to. Keyed digests: they tell the same again, not who it is. Limits apply to all orders that hang together.
CREATE TABLE buyer_mark (
    order_code text  NOT NULL,
    event_id   text  NOT NULL,
    kind       text  NOT NULL,
    digest     bytea NOT NULL,
    CONSTRAINT buyer_mark_pk PRIMARY KEY (order_code, kind, digest),
    CONSTRAINT buyer_mark_order_fk FOREIGN KEY (order_code) REFERENCES ticket_order (code),
    CONSTRAINT buyer_mark_kind_known CHECK (kind IN ('MAILBOX', 'DEVICE', 'PAYMENT', 'HOLDER'))
);
CREATE INDEX buyer_mark_by_digest ON buyer_mark (event_id, kind, digest);
CALL ticketing_separate_by_event('buyer_mark');

-- A mark that an admin looked at: those who share it are different buyers, such as a family with one computer.
CREATE TABLE buyer_mark_cut (
    event_id text        NOT NULL,
    kind     text        NOT NULL,
    digest   bytea       NOT NULL,
    reason   text        NOT NULL,
    cut_by   uuid        NOT NULL,
    cut_at   timestamptz NOT NULL,
    CONSTRAINT buyer_mark_cut_pk PRIMARY KEY (event_id, kind, digest),
    CONSTRAINT buyer_mark_cut_event_fk FOREIGN KEY (event_id) REFERENCES event (id),
    -- The same mailbox is the same buyer, whatever the addresses look like.
    CONSTRAINT buyer_mark_cut_not_of_a_mailbox CHECK (kind IN ('DEVICE', 'PAYMENT', 'HOLDER'))
);
CALL ticketing_separate_by_event('buyer_mark_cut');
REVOKE INSERT, UPDATE, DELETE ON buyer_mark_cut FROM ticketing_app;
