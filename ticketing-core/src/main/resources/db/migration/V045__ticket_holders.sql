-- Who a ticket is for, when it is not its buyer; another holder means another ticket.
ALTER TABLE ticket
    ADD COLUMN holder_name  text,
    ADD COLUMN holder_email text,
    ADD COLUMN replaces     uuid,
    ADD CONSTRAINT ticket_replaces_fk FOREIGN KEY (replaces) REFERENCES ticket (id),
    ADD CONSTRAINT ticket_replaces_once UNIQUE (replaces),
    ADD CONSTRAINT ticket_holder_has_a_name CHECK (holder_email IS NULL OR holder_name IS NOT NULL);

ALTER TABLE check_in
    DROP CONSTRAINT check_in_outcome_known,
    ADD CONSTRAINT check_in_outcome_known CHECK (outcome IN ('ACCEPTED', 'ALREADY_IN', 'NOT_IN', 'TICKET_CANCELLED',
                                                             'TICKET_REPLACED', 'EVENT_CANCELLED'));
