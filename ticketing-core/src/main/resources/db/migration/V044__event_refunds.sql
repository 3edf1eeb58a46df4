-- The orders of a cancelled event that are to be taken back, one by one, tried again until they are.
CREATE TABLE event_refund (
    event_id   text        NOT NULL,
    staff_id   uuid        NOT NULL,
    started_at timestamptz NOT NULL,
    collect_at timestamptz,             -- when to look once more for orders that were being paid at the start
    CONSTRAINT event_refund_pk PRIMARY KEY (event_id),
    CONSTRAINT event_refund_event_fk FOREIGN KEY (event_id) REFERENCES event (id)
);

CREATE TABLE event_refund_task (
    order_code text        NOT NULL,
    event_id   text        NOT NULL,
    attempts   integer     NOT NULL DEFAULT 0,
    due_at     timestamptz,             -- null: done
    CONSTRAINT event_refund_task_pk PRIMARY KEY (order_code),
    CONSTRAINT event_refund_task_order_fk FOREIGN KEY (order_code) REFERENCES ticket_order (code),
    CONSTRAINT event_refund_task_refund_fk FOREIGN KEY (event_id) REFERENCES event_refund (event_id)
);
CREATE INDEX event_refund_task_by_due ON event_refund_task (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX event_refund_task_by_event ON event_refund_task (event_id);
