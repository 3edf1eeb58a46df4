-- Which PaymentIntent of Stripe's stands for a payment of ours. Written before the intent is confirmed, so that a
-- payment whose answer was lost can be asked about.
CREATE TABLE stripe_payment (
    payment_id uuid        NOT NULL,
    intent_id  text        NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT stripe_payment_pk PRIMARY KEY (payment_id),
    CONSTRAINT stripe_payment_intent_unique UNIQUE (intent_id)
);
