-- Which events have a word is looked up in the memory of every instance, which reads an event's words with everything
-- else that changed. PostgreSQL makes the words and knows those that look alike; that index was written with every count.
DROP INDEX event_listing_words;

-- Changes are read in the order they were made, slice by slice.
DROP INDEX event_listing_changed;
CREATE INDEX event_listing_changed ON event_listing (changed_in, event_id);
