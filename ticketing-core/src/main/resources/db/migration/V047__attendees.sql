-- Whether buyers name who comes, seat by seat. Nobody is asked unless the organizer wants it.
ALTER TABLE order_terms
    ADD COLUMN attendees text NOT NULL DEFAULT 'NONE',
    ADD CONSTRAINT order_terms_attendees_known CHECK (attendees IN ('NONE', 'OPTIONAL', 'REQUIRED'));

-- Who a seat was ordered for, until its ticket is issued to them.
ALTER TABLE order_line
    ADD COLUMN attendee text;
