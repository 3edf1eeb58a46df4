-- What organizations' own systems are told. Written in the transaction that made it true, sent afterwards, at least once.
CREATE TABLE webhook_endpoint (
    id              text        NOT NULL,
    organization_id text        NOT NULL,
    url             text        NOT NULL,
    description     text        NOT NULL,
    event_types     text[]      NOT NULL,
    secret_version  integer     NOT NULL DEFAULT 1, -- the secret itself is derived, never stored
    rotated_at      timestamptz,                    -- for a while the secret before signs too
    created_at      timestamptz NOT NULL,
    failing_since   timestamptz,                    -- null: the latest delivery arrived
    paused_until    timestamptz,                    -- a receiver that fails is left alone for a moment
    disabled_at     timestamptz,
    disabled_reason text,
    CONSTRAINT webhook_endpoint_pk PRIMARY KEY (id),
    CONSTRAINT webhook_endpoint_organization_fk FOREIGN KEY (organization_id) REFERENCES organization (id),
    CONSTRAINT webhook_endpoint_wants_something CHECK (cardinality(event_types) > 0),
    CONSTRAINT webhook_endpoint_reason_when_disabled CHECK ((disabled_at IS NULL) = (disabled_reason IS NULL)),
    CONSTRAINT webhook_endpoint_reason_known CHECK (disabled_reason IN ('FAILING', 'GONE', 'BY_STAFF'))
);
CREATE INDEX webhook_endpoint_by_organization ON webhook_endpoint (organization_id, created_at, id);

CREATE TABLE webhook_message (
    id              text        NOT NULL,
    organization_id text        NOT NULL,
    event_type      text        NOT NULL,
    payload         text        NOT NULL,           -- as it is signed and sent, to the byte
    created_at      timestamptz NOT NULL,
    CONSTRAINT webhook_message_pk PRIMARY KEY (id),
    CONSTRAINT webhook_message_organization_fk FOREIGN KEY (organization_id) REFERENCES organization (id)
);
CREATE INDEX webhook_message_by_age ON webhook_message (created_at);

CREATE TABLE webhook_delivery (
    message_id  text        NOT NULL,
    endpoint_id text        NOT NULL,
    state       text        NOT NULL,
    attempts    integer     NOT NULL DEFAULT 0,     -- since it was told, or told again
    due_at      timestamptz,
    created_at  timestamptz NOT NULL,
    CONSTRAINT webhook_delivery_pk PRIMARY KEY (message_id, endpoint_id),
    CONSTRAINT webhook_delivery_message_fk FOREIGN KEY (message_id) REFERENCES webhook_message (id) ON DELETE CASCADE,
    CONSTRAINT webhook_delivery_endpoint_fk FOREIGN KEY (endpoint_id) REFERENCES webhook_endpoint (id) ON DELETE CASCADE,
    CONSTRAINT webhook_delivery_state_known CHECK (state IN ('PENDING', 'DELIVERED', 'GIVEN_UP')),
    CONSTRAINT webhook_delivery_due_while_pending CHECK ((state = 'PENDING') = (due_at IS NOT NULL))
);
CREATE INDEX webhook_delivery_by_due ON webhook_delivery (due_at) WHERE state = 'PENDING';
CREATE INDEX webhook_delivery_by_endpoint ON webhook_delivery (endpoint_id, created_at, message_id);

CREATE TABLE webhook_attempt (
    id          bigint      GENERATED ALWAYS AS IDENTITY,
    message_id  text        NOT NULL,
    endpoint_id text        NOT NULL,
    at          timestamptz NOT NULL,
    outcome     text        NOT NULL,               -- what came of it, in a word
    status      integer,                            -- null: no answer came
    took_ms     integer     NOT NULL,
    CONSTRAINT webhook_attempt_pk PRIMARY KEY (id),
    CONSTRAINT webhook_attempt_delivery_fk FOREIGN KEY (message_id, endpoint_id)
        REFERENCES webhook_delivery (message_id, endpoint_id) ON DELETE CASCADE
);
CREATE INDEX webhook_attempt_by_delivery ON webhook_attempt (message_id, endpoint_id, id);

CALL ticketing_separate('webhook_endpoint', 'organization_id = ANY (ticketing_organizations())');
CALL ticketing_separate('webhook_message', 'organization_id = ANY (ticketing_organizations())');
CALL ticketing_separate('webhook_delivery', 'EXISTS (SELECT FROM webhook_endpoint AS e WHERE e.id = endpoint_id)');
CALL ticketing_separate('webhook_attempt', 'EXISTS (SELECT FROM webhook_endpoint AS e WHERE e.id = endpoint_id)');
REVOKE INSERT, DELETE ON webhook_endpoint FROM ticketing_app;
