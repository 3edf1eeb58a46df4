-- An event may be postponed: nothing is sold until it is published again, and tickets stay good.
ALTER TABLE event
    DROP CONSTRAINT event_state_known,
    ADD CONSTRAINT event_state_known CHECK (state IN ('DRAFT', 'PUBLISHED', 'POSTPONED', 'CANCELLED'));

-- A category may be sold for a part of the event's sale only: null is the event's own beginning or end.
ALTER TABLE price_category
    ADD COLUMN sales_from  timestamptz,
    ADD COLUMN sales_until timestamptz,
    ADD CONSTRAINT price_category_sales_window CHECK (sales_from < sales_until);
