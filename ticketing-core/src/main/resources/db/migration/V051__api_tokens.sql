-- Tokens with which an organization's own programs work. What a program sends is known to us by its hash only.
CREATE TABLE api_token (
    id              uuid        NOT NULL,
    organization_id text        NOT NULL,
    name            text        NOT NULL,   -- what it is for, in its maker's words
    role            text        NOT NULL,
    token_digest    bytea       NOT NULL,   -- SHA-256
    made_by         uuid        NOT NULL,
    made_at         timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    last_used_at    timestamptz,            -- to the minute
    revoked_at      timestamptz,
    CONSTRAINT api_token_pk PRIMARY KEY (id),
    CONSTRAINT api_token_digest_unique UNIQUE (token_digest),
    CONSTRAINT api_token_organization_fk FOREIGN KEY (organization_id) REFERENCES organization (id),
    CONSTRAINT api_token_role_known CHECK (role IN ('ORGANIZER', 'STEWARD')),
    CONSTRAINT api_token_ends CHECK (made_at < expires_at)
);
CREATE INDEX api_token_by_organization ON api_token (organization_id, made_at, id);

CALL ticketing_separate('api_token', 'organization_id = ANY (ticketing_organizations())');
-- Whoever shows a token is nobody yet: it is looked up, and its use noted, before anything is known of them.
REVOKE INSERT, UPDATE, DELETE ON api_token FROM ticketing_app;
GRANT UPDATE (last_used_at) ON api_token TO ticketing_app;
