-- Who may buy: admissions exchanged once, the sessions they became, and the proofs that were used up.

-- An admission token is exchanged at most once; its jti burns here, by exchange or because the waiting room took it back.
CREATE TABLE burnt_admission (
    jti      text        NOT NULL,
    burnt_at timestamptz NOT NULL,
    CONSTRAINT burnt_admission_pk PRIMARY KEY (jti)
);
CREATE INDEX burnt_admission_by_age ON burnt_admission (burnt_at);

CREATE TABLE shopping_session (
    id             uuid        NOT NULL,
    token_digest   bytea       NOT NULL,    -- SHA-256 of the value the browser keeps; the value itself is not stored
    event_id       text        NOT NULL,
    admission_jti  text,                    -- null: the event is not gated
    release        text,
    key_thumbprint text,                    -- null: the session's value alone counts
    orders_left    integer     NOT NULL,
    seats_left     integer     NOT NULL,
    opened_at      timestamptz NOT NULL,
    expires_at     timestamptz NOT NULL,
    ended_at       timestamptz,
    end_reason     text,
    CONSTRAINT shopping_session_pk PRIMARY KEY (id),
    CONSTRAINT shopping_session_token_unique UNIQUE (token_digest),
    CONSTRAINT shopping_session_admission_unique UNIQUE (admission_jti),
    CONSTRAINT shopping_session_event_fk FOREIGN KEY (event_id) REFERENCES event (id),
    CONSTRAINT shopping_session_release_with_admission CHECK ((admission_jti IS NULL) = (release IS NULL)),
    CONSTRAINT shopping_session_limits_not_negative CHECK (orders_left >= 0 AND seats_left >= 0),
    CONSTRAINT shopping_session_reason_when_ended CHECK ((ended_at IS NULL) = (end_reason IS NULL)),
    CONSTRAINT shopping_session_reason_known CHECK (end_reason IN ('DONE', 'LEFT', 'OVER'))
);
CREATE INDEX shopping_session_open_by_end ON shopping_session (expires_at) WHERE ended_at IS NULL;

-- A key proof counts once across all instances. Rows are pruned once the proof would be too old anyway.
CREATE TABLE burnt_proof (
    digest   bytea       NOT NULL,          -- SHA-256 over the key's thumbprint and the proof's jti
    burnt_at timestamptz NOT NULL,
    CONSTRAINT burnt_proof_pk PRIMARY KEY (digest)
);
CREATE INDEX burnt_proof_by_age ON burnt_proof (burnt_at);

-- What other parts are to be told, written in the transaction that made it true, sent by one dispatcher at a time.
CREATE TABLE outbox_message (
    id         bigint      GENERATED ALWAYS AS IDENTITY,
    stream     text        NOT NULL,
    fields     jsonb       NOT NULL,
    written_at timestamptz NOT NULL,
    CONSTRAINT outbox_message_pk PRIMARY KEY (id)
);

-- A task that only one instance may do at a time; whoever holds the lease does it until then.
CREATE TABLE task_lease (
    task       text        NOT NULL,
    holder     uuid        NOT NULL,
    held_until timestamptz NOT NULL,
    CONSTRAINT task_lease_pk PRIMARY KEY (task)
);
