package ticketing.picture;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;
import ticketing.event.EventPicture;

@ApplicationScoped
class PictureStore {

    private static final String SET = """
            INSERT INTO event_picture (event_id, digest, media_type, width, height, alternative, content, small,
                                       changed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, clock_timestamp())
                ON CONFLICT (event_id) DO UPDATE
               SET digest = excluded.digest, media_type = excluded.media_type, width = excluded.width,
                   height = excluded.height, alternative = excluded.alternative, content = excluded.content,
                   small = excluded.small, changed_at = excluded.changed_at
            """;

    private static final String DESCRIBE = """
            UPDATE event_picture
               SET alternative = ?, changed_at = clock_timestamp()
             WHERE event_id = ?
            """;

    private static final String REMOVE = """
            DELETE FROM event_picture
             WHERE event_id = ?
            """;

    private static final String COPY = """
            INSERT INTO event_picture (event_id, digest, media_type, width, height, alternative, content, small,
                                       changed_at)
            SELECT ?, digest, media_type, width, height, alternative, content, small, clock_timestamp()
              FROM event_picture
             WHERE event_id = ?
            """;

    private static final String OF_EVENTS = """
            SELECT picture.event_id, picture.digest, picture.width, picture.height, picture.alternative
              FROM event_picture AS picture
              JOIN event ON event.id = picture.event_id
             WHERE picture.event_id = ANY (?)
               AND event.state <> 'DRAFT'
             ORDER BY picture.event_id
            """;

    private static final String WHOLE = """
            SELECT media_type, content
              FROM event_picture
             WHERE event_id = ?
               AND digest = ?
            """;

    private static final String SMALL = """
            SELECT CASE WHEN small IS NULL THEN media_type ELSE 'image/jpeg' END AS media_type,
                   coalesce(small, content) AS content
              FROM event_picture
             WHERE event_id = ?
               AND digest = ?
            """;

    private final Database database;

    PictureStore(Database database) {
        this.database = database;
    }

    void set(String event, Picture picture, String alternative) {
        database.update(SET, event, picture.digest(), picture.mediaType(), picture.width(), picture.height(),
                alternative, picture.content(), picture.small());
    }

    boolean describe(String event, String alternative) {
        return database.update(DESCRIBE, alternative, event) > 0;
    }

    boolean remove(String event) {
        return database.update(REMOVE, event) > 0;
    }

    void copy(String from, String to) {
        database.update(COPY, to, from);
    }

    /** Those of them that have a picture and may be seen by everybody. */
    List<PictureOfEvent> of(List<String> events) {
        return database.list(OF_EVENTS, row -> new PictureOfEvent(row.text("event_id"), EventPicture.of(
                row.text("event_id"), row.text("digest"), row.number("width"), row.number("height"),
                row.text("alternative"))), events);
    }

    Optional<ShownPicture> show(String event, String digest, boolean small) {
        return database.first(small ? SMALL : WHOLE,
                row -> new ShownPicture(row.text("media_type"), row.bytes("content")), event, digest);
    }
}
