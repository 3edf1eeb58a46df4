-- What the fans' search knows of an event beyond the event itself: its words, what is left of it, and in which
-- transaction that changed, so that every instance can follow the changes and miss none. Kept by triggers: whoever
-- writes an event, a price or a venue, by whatever way, need not think of it.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

CREATE TABLE event_listing (
    event_id   text        NOT NULL,
    number     integer     GENERATED ALWAYS AS IDENTITY,  -- a short name, for sets of events
    words      tsvector    NOT NULL,                      -- small letters without accents
    seats_free bigint      NOT NULL DEFAULT 0,            -- about a second old while seats are sold
    counted_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    changed_in xid8        NOT NULL DEFAULT pg_current_xact_id(),
    CONSTRAINT event_listing_pk PRIMARY KEY (event_id),
    CONSTRAINT event_listing_number_unique UNIQUE (number),
    CONSTRAINT event_listing_event_fk FOREIGN KEY (event_id) REFERENCES event (id) ON DELETE CASCADE,
    CONSTRAINT event_listing_seats_not_negative CHECK (seats_free >= 0)
);
CREATE INDEX event_listing_words ON event_listing USING gin (words);
CREATE INDEX event_listing_changed ON event_listing (changed_in);
CREATE INDEX event_listing_counted ON event_listing (counted_at);

-- Every word of every event, once: who mistypes one is led to those that look like it.
CREATE TABLE search_word (
    word text COLLATE "C" NOT NULL,
    CONSTRAINT search_word_pk PRIMARY KEY (word)
);
CREATE INDEX search_word_alike ON search_word USING gin (word gin_trgm_ops);

CREATE FUNCTION words_of(sentence text) RETURNS text[] LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT coalesce(array_agg(DISTINCT left(word, 40)), '{}')
      FROM regexp_split_to_table(lower(unaccent(sentence)), '[^[:alnum:]]+') AS word
     WHERE word <> '';
END;

-- Words are written in one order, so that two organizers who publish at once do not wait for each other in a circle.
CREATE FUNCTION list_events(ids text[]) RETURNS void LANGUAGE sql
BEGIN ATOMIC
    INSERT INTO event_listing (event_id, words)
    SELECT event.id,
           array_to_tsvector(words_of(concat_ws(' ', event.title, event.genre, venue.name, venue.city,
                                                organization.name, event.description)))
      FROM event
      JOIN venue ON venue.id = event.venue_id
      JOIN organization ON organization.id = event.organization_id
     WHERE event.id = ANY (ids)
     ORDER BY event.id
        ON CONFLICT (event_id) DO UPDATE
       SET words = excluded.words, changed_in = pg_current_xact_id();
    INSERT INTO search_word (word)
    SELECT DISTINCT unnest(tsvector_to_array(words)) COLLATE "C" AS word
      FROM event_listing
     WHERE event_id = ANY (ids)
     ORDER BY word
        ON CONFLICT DO NOTHING;
END;

CREATE FUNCTION list_written_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM list_events(array_agg(id)) FROM written;
    RETURN NULL;
END $$;

CREATE FUNCTION list_events_of_written_venues() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM list_events(array_agg(event.id)) FROM event JOIN written ON written.id = event.venue_id;
    RETURN NULL;
END $$;

CREATE FUNCTION list_events_of_written_organizations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM list_events(array_agg(event.id)) FROM event JOIN written ON written.id = event.organization_id;
    RETURN NULL;
END $$;

CREATE FUNCTION mark_listings_of_written_prices() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE event_listing
       SET changed_in = pg_current_xact_id()
     WHERE event_id IN (SELECT event_id FROM written);
    RETURN NULL;
END $$;

-- Seats are made when an event is published; what is sold of them later is counted by a job, because nothing that all
-- fans of a sale write to may stand in their way.
CREATE FUNCTION count_made_seats() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE event_listing
       SET seats_free = seats_free + made.seats, counted_at = clock_timestamp(), changed_in = pg_current_xact_id()
      FROM (SELECT event_id, count(*) AS seats FROM written WHERE state = 'FREE' GROUP BY event_id) AS made
     WHERE event_listing.event_id = made.event_id;
    RETURN NULL;
END $$;

CREATE TRIGGER event_inserted_is_listed AFTER INSERT ON event
    REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION list_written_events();
CREATE TRIGGER event_updated_is_listed AFTER UPDATE ON event
    REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION list_written_events();
CREATE TRIGGER venue_updated_is_listed AFTER UPDATE ON venue
    REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION list_events_of_written_venues();
CREATE TRIGGER organization_updated_is_listed AFTER UPDATE ON organization
    REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION list_events_of_written_organizations();
CREATE TRIGGER price_inserted_is_listed AFTER INSERT ON price_category
    REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION mark_listings_of_written_prices();
CREATE TRIGGER price_updated_is_listed AFTER UPDATE ON price_category
    REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION mark_listings_of_written_prices();
CREATE TRIGGER price_deleted_is_listed AFTER DELETE ON price_category
    REFERENCING OLD TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION mark_listings_of_written_prices();
CREATE TRIGGER seats_made_are_counted AFTER INSERT ON seat_state
    REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION count_made_seats();

-- The events that are there already.
SELECT list_events(array_agg(id)) FROM event;
UPDATE event_listing
   SET seats_free = counted.free
  FROM (SELECT event_id, count(*) AS free
          FROM seat_state
         WHERE state = 'FREE' OR state = 'HELD' AND held_until <= clock_timestamp()
         GROUP BY event_id) AS counted
 WHERE event_listing.event_id = counted.event_id;
