-- Money that goes back, in one piece or in several. The payment drives the tries; each refund is done once, by its id.
CREATE TABLE refund (
    id         uuid        NOT NULL,
    payment_id uuid        NOT NULL,
    order_code text        NOT NULL,
    amount     integer     NOT NULL,
    reason     text        NOT NULL,
    state      text        NOT NULL,
    attempts   integer     NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    done_at    timestamptz,
    CONSTRAINT refund_pk PRIMARY KEY (id),
    CONSTRAINT refund_payment_fk FOREIGN KEY (payment_id) REFERENCES payment (id),
    CONSTRAINT refund_order_fk FOREIGN KEY (order_code) REFERENCES ticket_order (code),
    CONSTRAINT refund_amount_positive CHECK (amount > 0),
    CONSTRAINT refund_state_known CHECK (state IN ('DUE', 'DONE')),
    CONSTRAINT refund_done_at_when_done CHECK ((state = 'DONE') = (done_at IS NOT NULL))
);
CREATE INDEX refund_by_payment ON refund (payment_id);
CREATE INDEX refund_by_order ON refund (order_code);

INSERT INTO refund (id, payment_id, order_code, amount, reason, state, created_at, done_at)
SELECT gen_random_uuid(), id, order_code, amount, 'CANCELLED', CASE state WHEN 'REFUNDED' THEN 'DONE' ELSE 'DUE' END,
       changed_at, CASE state WHEN 'REFUNDED' THEN changed_at END
  FROM payment
 WHERE state IN ('REFUND_DUE', 'REFUNDED')
   AND amount > 0;

ALTER TABLE payment
    ADD COLUMN refund_amount    integer     NOT NULL DEFAULT 0,   -- gone back, or due to
    ADD COLUMN seats_wait_until timestamptz,                      -- null: of before this column
    ADD COLUMN asked            integer     NOT NULL DEFAULT 0;   -- tries since it is late or due: they get rarer

UPDATE payment
   SET refund_amount = amount
 WHERE state IN ('REFUND_DUE', 'REFUNDED');

-- T3: whatever else goes wrong, never more goes back than came.
ALTER TABLE payment
    ADD CONSTRAINT payment_refund_within_amount CHECK (refund_amount BETWEEN 0 AND amount),
    ADD CONSTRAINT payment_refunded_whole CHECK (state <> 'REFUNDED' OR refund_amount = amount);

-- Why a ticket admits nobody any more.
ALTER TABLE ticket ADD COLUMN void_reason text;

UPDATE ticket
   SET void_reason = 'CANCELLED'
 WHERE state = 'CANCELLED';

ALTER TABLE ticket
    ADD CONSTRAINT ticket_void_reason_known
        CHECK (void_reason IN ('CANCELLED', 'REFUNDED', 'RETURNED', 'REPLACED', 'EVENT_CANCELLED')),
    ADD CONSTRAINT ticket_void_reason_when_cancelled CHECK ((state = 'CANCELLED') = (void_reason IS NOT NULL));

-- The demo provider's books of refunds.
CREATE TABLE demo_refund (
    refund_id  uuid    NOT NULL,
    payment_id uuid    NOT NULL,
    amount     integer NOT NULL,
    CONSTRAINT demo_refund_pk PRIMARY KEY (refund_id),
    CONSTRAINT demo_refund_payment_fk FOREIGN KEY (payment_id) REFERENCES demo_payment (payment_id)
);
