-- Codes that make tickets cheaper, good for so many orders. One row a code, locked while an order takes a use of it.
CREATE TABLE promo_code (
    event_id     text        NOT NULL,
    code         text        NOT NULL,                    -- in capitals
    basis_points integer,                                 -- off the price of each ticket, or
    amount       integer,                                 -- minor units off each ticket
    category_ids text[]      NOT NULL,                    -- empty: all
    max_uses     integer     NOT NULL,
    uses         integer     NOT NULL DEFAULT 0,
    valid_from   timestamptz,
    valid_until  timestamptz,
    active       boolean     NOT NULL DEFAULT true,
    created_at   timestamptz NOT NULL,
    CONSTRAINT promo_code_pk PRIMARY KEY (event_id, code),
    CONSTRAINT promo_code_event_fk FOREIGN KEY (event_id) REFERENCES event (id) ON DELETE CASCADE,
    CONSTRAINT promo_code_capitals CHECK (code ~ '^[A-Z0-9][A-Z0-9_-]{2,39}$'),
    CONSTRAINT promo_code_one_reduction CHECK ((basis_points IS NULL) <> (amount IS NULL)),
    CONSTRAINT promo_code_reduction_bounds CHECK (basis_points BETWEEN 1 AND 10000 OR amount BETWEEN 1 AND 100000000),
    -- The second line behind the row lock: a code never serves one order too many.
    CONSTRAINT promo_code_uses_within_limit CHECK (uses BETWEEN 0 AND max_uses),
    CONSTRAINT promo_code_window CHECK (valid_from < valid_until)
);
