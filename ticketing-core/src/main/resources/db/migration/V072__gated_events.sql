-- Every instance asks each second which gated events are on sale, and read all events to find them.
CREATE INDEX event_gated ON event (sales_from, id) WHERE state = 'PUBLISHED' AND gated;
