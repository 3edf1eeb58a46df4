package ticketing.mail;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;

/** The letters that are still to be sent. */
@ApplicationScoped
class MailStore {

    private static final String QUEUE = """
            INSERT INTO mail_task (kind, subject_id, due_at, created_at)
            VALUES (?, ?, clock_timestamp(), clock_timestamp())
                ON CONFLICT DO NOTHING
            """;

    /**
     * A task taken is due again later, twice as late after every attempt up to an hour: in case the mail server is
     * away, or whoever took it dies.
     */
    private static final String TAKE_DUE = """
            WITH due AS MATERIALIZED (
                SELECT id
                  FROM mail_task
                 WHERE due_at <= clock_timestamp()
                 ORDER BY due_at
                 LIMIT ?
                   FOR UPDATE SKIP LOCKED
            )
            UPDATE mail_task
               SET attempts = attempts + 1,
                   due_at = clock_timestamp()
                       + make_interval(secs => least(3600, ? * power(2, least(attempts, 12))))
              FROM due
             WHERE mail_task.id = due.id
            RETURNING mail_task.id, mail_task.kind, mail_task.subject_id, mail_task.attempts
            """;

    private static final String FORGET = """
            DELETE FROM mail_task
             WHERE id = ?
            """;

    private final Database database;

    MailStore(Database database) {
        this.database = database;
    }

    void queue(String kind, String subjectId) {
        database.update(QUEUE, kind, subjectId);
    }

    List<MailTask> takeDue(int most, Duration firstRetry) {
        return database.list(TAKE_DUE, row -> new MailTask(row.longNumber("id"), row.text("kind"),
                row.text("subject_id"), row.number("attempts")), most, (double) firstRetry.toSeconds());
    }

    void forget(MailTask task) {
        database.update(FORGET, task.id());
    }

    /** A letter to be sent now. */
    record MailTask(long id, String kind, String subjectId, int attempts) {}
}
