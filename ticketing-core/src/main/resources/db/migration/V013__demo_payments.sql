-- The books of the demo payment provider. Another company's, were it a real one: nothing of ours refers to them.

CREATE TABLE demo_payment (
    payment_id uuid        NOT NULL,
    state      text        NOT NULL,
    amount     integer     NOT NULL,
    currency   text        NOT NULL,
    charged_at timestamptz NOT NULL,
    CONSTRAINT demo_payment_pk PRIMARY KEY (payment_id),
    CONSTRAINT demo_payment_state_known CHECK (state IN ('PENDING', 'PAID', 'DECLINED', 'REFUNDED'))
);

CREATE TABLE demo_notice (
    id         text        NOT NULL,
    payment_id uuid        NOT NULL,
    due_at     timestamptz NOT NULL,
    CONSTRAINT demo_notice_pk PRIMARY KEY (id),
    CONSTRAINT demo_notice_payment_fk FOREIGN KEY (payment_id) REFERENCES demo_payment (payment_id)
);
CREATE INDEX demo_notice_by_due ON demo_notice (due_at);
