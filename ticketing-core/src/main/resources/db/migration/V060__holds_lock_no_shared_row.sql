-- A foreign key locks the row it points to. A hold and an order of theirs pointed to their event, a row that every fan
-- of a hot sale shares; they point to it by their session now, which is locked by its own fan anyway. It says more,
-- too: what a session holds and orders is of the session's own event.

ALTER TABLE shopping_session
    ADD CONSTRAINT shopping_session_with_event UNIQUE (id, event_id);

ALTER TABLE hold
    DROP CONSTRAINT hold_session_fk,
    DROP CONSTRAINT hold_event_fk,
    ADD CONSTRAINT hold_session_fk FOREIGN KEY (session_id, event_id) REFERENCES shopping_session (id, event_id);

ALTER TABLE ticket_order
    DROP CONSTRAINT ticket_order_session_fk,
    DROP CONSTRAINT ticket_order_event_fk,
    ADD CONSTRAINT ticket_order_session_fk FOREIGN KEY (session_id, event_id)
        REFERENCES shopping_session (id, event_id);
