-- Somebody whom an admin keeps out for now: they cannot sign in, and nothing they signed in with counts any more.
ALTER TABLE staff_member
    ADD COLUMN suspended_at     timestamptz,
    ADD COLUMN suspended_reason text,
    ADD CONSTRAINT staff_member_reason_when_suspended CHECK ((suspended_at IS NULL) = (suspended_reason IS NULL));
