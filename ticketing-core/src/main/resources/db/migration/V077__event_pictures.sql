-- A picture of an event, at most one. Where it is shown the address has its digest in it, so that it may be kept for ever.
CREATE TABLE event_picture (
    event_id    text        NOT NULL,
    digest      text        NOT NULL,            -- of the content: the beginning of its SHA-256, in hex
    media_type  text        NOT NULL,
    width       integer     NOT NULL,
    height      integer     NOT NULL,
    alternative text        NOT NULL,            -- what it shows, for those who do not see it
    content     bytea       NOT NULL,            -- as it came
    small       bytea,                           -- a JPEG for lists; null: the content itself
    changed_at  timestamptz NOT NULL,
    CONSTRAINT event_picture_pk PRIMARY KEY (event_id),
    CONSTRAINT event_picture_event_fk FOREIGN KEY (event_id) REFERENCES event (id) ON DELETE CASCADE,
    CONSTRAINT event_picture_digest_hex CHECK (digest ~ '^[0-9a-f]{32}$'),
    CONSTRAINT event_picture_type_known CHECK (media_type IN ('image/png', 'image/jpeg', 'image/webp')),
    CONSTRAINT event_picture_measures CHECK (width > 0 AND height > 0),
    CONSTRAINT event_picture_in_words CHECK (alternative <> ''),
    CONSTRAINT event_picture_size CHECK (octet_length(content) <= 2097152 AND octet_length(small) <= 2097152)
);
-- It is compressed already.
ALTER TABLE event_picture
    ALTER COLUMN content SET STORAGE EXTERNAL,
    ALTER COLUMN small SET STORAGE EXTERNAL;

CALL ticketing_separate_by_event('event_picture');
REVOKE INSERT, UPDATE, DELETE ON event_picture FROM ticketing_app;
