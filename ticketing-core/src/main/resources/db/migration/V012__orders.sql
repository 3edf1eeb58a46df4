-- Orders, what was paid for them, and the tickets they yield.

-- How many seats of an event a buyer has in orders. One row a buyer, locked while an order claims its share.
CREATE TABLE buyer_share (
    event_id     text    NOT NULL,
    email_digest bytea   NOT NULL,          -- keyed digest: tells the same buyer again, not who it is
    seats        integer NOT NULL,
    CONSTRAINT buyer_share_pk PRIMARY KEY (event_id, email_digest),
    CONSTRAINT buyer_share_event_fk FOREIGN KEY (event_id) REFERENCES event (id),
    CONSTRAINT buyer_share_not_negative CHECK (seats >= 0)
);

CREATE TABLE ticket_order (
    code            text        NOT NULL,   -- short and readable; opens nothing without its secret
    secret_digest   bytea       NOT NULL,
    session_id      uuid        NOT NULL,
    hold_id         uuid        NOT NULL,
    event_id        text        NOT NULL,
    state           text        NOT NULL,
    buyer_name      text        NOT NULL,
    buyer_email     text        NOT NULL,
    email_digest    bytea       NOT NULL,
    seats           integer     NOT NULL,
    amount          integer     NOT NULL,
    currency        text        NOT NULL,
    idempotency_key text        NOT NULL,
    created_at      timestamptz NOT NULL,
    settled_at      timestamptz,
    CONSTRAINT ticket_order_pk PRIMARY KEY (code),
    CONSTRAINT ticket_order_session_fk FOREIGN KEY (session_id) REFERENCES shopping_session (id),
    CONSTRAINT ticket_order_hold_fk FOREIGN KEY (hold_id) REFERENCES hold (id),
    CONSTRAINT ticket_order_event_fk FOREIGN KEY (event_id) REFERENCES event (id),
    CONSTRAINT ticket_order_state_known CHECK (state IN ('PENDING', 'PAID', 'DECLINED', 'CANCELLED', 'REFUNDED')),
    CONSTRAINT ticket_order_settled_unless_pending CHECK ((state = 'PENDING') = (settled_at IS NULL)),
    CONSTRAINT ticket_order_figures CHECK (seats > 0 AND amount >= 0)
);
-- A hold becomes one order; a declined one may be tried again.
CREATE UNIQUE INDEX ticket_order_one_per_hold ON ticket_order (hold_id) WHERE state IN ('PENDING', 'PAID');
CREATE INDEX ticket_order_by_session ON ticket_order (session_id);
CREATE INDEX ticket_order_by_event ON ticket_order (event_id, created_at, code);

CREATE TABLE payment (
    id         uuid        NOT NULL,
    order_code text        NOT NULL,
    provider   text        NOT NULL,
    state      text        NOT NULL,
    amount     integer     NOT NULL,
    currency   text        NOT NULL,
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    ask_at     timestamptz,                 -- when to ask the provider next how it stands, or to refund
    CONSTRAINT payment_pk PRIMARY KEY (id),
    CONSTRAINT payment_order_unique UNIQUE (order_code),
    CONSTRAINT payment_order_fk FOREIGN KEY (order_code) REFERENCES ticket_order (code),
    CONSTRAINT payment_state_known CHECK (state IN ('STARTED', 'PAID', 'DECLINED', 'REFUND_DUE', 'REFUNDED')),
    CONSTRAINT payment_asked_while_open CHECK ((state IN ('STARTED', 'REFUND_DUE')) = (ask_at IS NOT NULL)),
    CONSTRAINT payment_amount_not_negative CHECK (amount >= 0)
);
CREATE INDEX payment_to_ask ON payment (ask_at) WHERE ask_at IS NOT NULL;

-- A provider's notice takes effect once, however often it comes.
CREATE TABLE payment_notice (
    provider    text        NOT NULL,
    notice_id   text        NOT NULL,
    payment_id  uuid        NOT NULL,
    received_at timestamptz NOT NULL,
    CONSTRAINT payment_notice_pk PRIMARY KEY (provider, notice_id)
);

CREATE TABLE ticket (
    id           uuid        NOT NULL,
    order_code   text        NOT NULL,
    event_id     text        NOT NULL,
    seat_id      text        NOT NULL,
    position     integer     NOT NULL,
    label        text        NOT NULL,
    category_id  text        NOT NULL,
    category     text        NOT NULL,
    amount       integer     NOT NULL,
    state        text        NOT NULL,
    issued_at    timestamptz NOT NULL,
    cancelled_at timestamptz,
    CONSTRAINT ticket_pk PRIMARY KEY (id),
    CONSTRAINT ticket_order_fk FOREIGN KEY (order_code) REFERENCES ticket_order (code),
    CONSTRAINT ticket_seat_fk FOREIGN KEY (event_id, seat_id) REFERENCES seat_state (event_id, seat_id),
    CONSTRAINT ticket_state_known CHECK (state IN ('VALID', 'CANCELLED')),
    CONSTRAINT ticket_cancelled_at_when_cancelled CHECK ((state = 'CANCELLED') = (cancelled_at IS NOT NULL))
);
-- T1's second line: whatever the locks did, a seat has one valid ticket.
CREATE UNIQUE INDEX ticket_one_valid_per_seat ON ticket (event_id, seat_id) WHERE state = 'VALID';
CREATE INDEX ticket_by_order ON ticket (order_code);

CREATE TABLE mail_task (
    id         bigint      GENERATED ALWAYS AS IDENTITY,
    kind       text        NOT NULL,        -- which letter to write
    subject_id text        NOT NULL,        -- about what: an order's code
    attempts   integer     NOT NULL DEFAULT 0,
    due_at     timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT mail_task_pk PRIMARY KEY (id),
    CONSTRAINT mail_task_once UNIQUE (kind, subject_id)
);
CREATE INDEX mail_task_by_due ON mail_task (due_at);
