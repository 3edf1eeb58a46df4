-- What an organizer's desk reads of a sale.

-- Where the visitors of an event's page came from: a site's name or the tag of a link, by the day. Nothing of who.
CREATE TABLE event_referrer (
    event_id text    NOT NULL,
    day      date    NOT NULL,            -- UTC
    kind     text    NOT NULL,
    source   text    NOT NULL,
    views    bigint  NOT NULL,
    CONSTRAINT event_referrer_pk PRIMARY KEY (event_id, day, kind, source),
    CONSTRAINT event_referrer_event_fk FOREIGN KEY (event_id) REFERENCES event (id) ON DELETE CASCADE,
    CONSTRAINT event_referrer_kind_known CHECK (kind IN ('TAG', 'SITE', 'DIRECT', 'OTHER')),
    CONSTRAINT event_referrer_source CHECK ((kind IN ('TAG', 'SITE')) = (source <> '') AND length(source) <= 100),
    CONSTRAINT event_referrer_views CHECK (views > 0)
);
CALL ticketing_separate_by_event('event_referrer');

-- An order's history has what staff did to it.
CREATE INDEX audit_entry_by_subject ON audit_entry (subject, id);
