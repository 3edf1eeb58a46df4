-- What fans look for.

CREATE INDEX plan_seat_accessible ON plan_seat (plan_id) WHERE accessible;
CREATE INDEX event_by_plan ON event (plan_id);
CREATE INDEX event_by_venue ON event (venue_id);
