-- How staff stay signed in, prove who they are twice, and come back when they forgot their password.

CREATE TABLE staff_session (
    id           uuid        NOT NULL,         -- the access token's jti
    staff_id     uuid        NOT NULL,
    started_at   timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,         -- to the minute
    expires_at   timestamptz NOT NULL,
    ended_at     timestamptz,                  -- before its time
    told         boolean     NOT NULL DEFAULT false, -- the other services know that it ended
    limited      boolean     NOT NULL,         -- good for setting up a second factor only
    device       text        NOT NULL,         -- such as Firefox on Linux
    network      text        NOT NULL,         -- where it was opened, truncated
    CONSTRAINT staff_session_pk PRIMARY KEY (id),
    CONSTRAINT staff_session_staff_fk FOREIGN KEY (staff_id) REFERENCES staff_member (id) ON DELETE CASCADE,
    CONSTRAINT staff_session_ends_after_its_start CHECK (started_at < expires_at),
    CONSTRAINT staff_session_told_once_ended CHECK (ended_at IS NOT NULL OR NOT told)
);
CREATE INDEX staff_session_by_staff ON staff_session (staff_id, started_at);
CREATE INDEX staff_session_by_end ON staff_session (expires_at);
CREATE INDEX staff_session_to_tell ON staff_session (ended_at) WHERE ended_at IS NOT NULL AND NOT told;

CREATE TABLE staff_second_factor (
    staff_id      uuid   NOT NULL,
    sealed_secret bytea  NOT NULL,             -- the secret of RFC 6238, under a key that the database does not have
    confirmed_at  timestamptz,                 -- null: being set up, not asked for yet
    last_step     bigint NOT NULL DEFAULT 0,   -- of the last code that was good: none is good twice
    CONSTRAINT staff_second_factor_pk PRIMARY KEY (staff_id),
    CONSTRAINT staff_second_factor_staff_fk FOREIGN KEY (staff_id) REFERENCES staff_member (id) ON DELETE CASCADE
);

CREATE TABLE staff_recovery_code (
    staff_id    uuid  NOT NULL,
    code_digest bytea NOT NULL,                -- HMAC under a key that the database does not have
    CONSTRAINT staff_recovery_code_pk PRIMARY KEY (staff_id, code_digest),
    CONSTRAINT staff_recovery_code_factor_fk FOREIGN KEY (staff_id)
        REFERENCES staff_second_factor (staff_id) ON DELETE CASCADE
);

CREATE TABLE staff_password_reset (
    token_hash bytea       NOT NULL,           -- SHA-256 of what the mail carries
    staff_id   uuid        NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT staff_password_reset_pk PRIMARY KEY (token_hash),
    CONSTRAINT staff_password_reset_staff_fk FOREIGN KEY (staff_id) REFERENCES staff_member (id) ON DELETE CASCADE
);
CREATE INDEX staff_password_reset_by_staff ON staff_password_reset (staff_id);

-- Who somebody is at the identity provider: its issuer and their subject there, once both have met.
ALTER TABLE staff_member ADD COLUMN identity text,
    ADD CONSTRAINT staff_member_identity_unique UNIQUE (identity);

ALTER TABLE organization ADD COLUMN second_factor_required boolean NOT NULL DEFAULT false;
