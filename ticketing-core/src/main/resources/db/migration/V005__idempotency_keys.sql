-- Writes that must not happen twice (T4): which ones ran, and what they answered.

CREATE TABLE idempotency_key (
    scope        text        NOT NULL,       -- who asks for what: caller, method and path
    key          text        NOT NULL,       -- the client's Idempotency-Key
    fingerprint  bytea       NOT NULL,       -- SHA-256 of the request's body
    started_at   timestamptz NOT NULL,       -- when the latest attempt began; an attempt that died is taken over
    status       integer,                    -- null while it runs
    answer       text,                       -- the answer's body, as it was sent
    CONSTRAINT idempotency_key_pk PRIMARY KEY (scope, key),
    CONSTRAINT idempotency_key_answer_when_done CHECK ((status IS NULL) = (answer IS NULL))
);
CREATE INDEX idempotency_key_by_age ON idempotency_key (started_at);
