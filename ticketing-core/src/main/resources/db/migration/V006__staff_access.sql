-- How staff get in: invitations, and the attempts that failed.

CREATE TABLE staff_invitation (
    token_hash bytea       NOT NULL,         -- SHA-256 of what the mail carries
    staff_id   uuid        NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT staff_invitation_pk PRIMARY KEY (token_hash),
    CONSTRAINT staff_invitation_staff_fk FOREIGN KEY (staff_id) REFERENCES staff_member (id) ON DELETE CASCADE
);

CREATE TABLE login_attempt (
    subject    text        NOT NULL,         -- SHA-256 in hex of "account:<e-mail>" or "address:<address>"
    attempts   integer     NOT NULL,         -- attempts since window_start that did not succeed
    window_start timestamptz NOT NULL,
    CONSTRAINT login_attempt_pk PRIMARY KEY (subject),
    CONSTRAINT login_attempt_counts CHECK (attempts > 0)
);
