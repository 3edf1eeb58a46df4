package rehearsal.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import rehearsal.load.Crowd;
import rehearsal.load.LoadClient;

/**
 * Holds of two seats on one event, again and again: before each turn every seat is free again and every fan has a
 * session, by SQL, outside the time that is measured.
 */
final class HoldTrial {

    static final int CLIENTS = 16;

    private static final String EVENT = "on-sale";
    private static final String ON_SALE = "'" + EVENT + "'";
    /** Enough for turns of two seconds at ten thousand a second. */
    private static final int SEATS = 40_000;

    /** BEGIN, something, COMMIT. */
    private static final int LEAST = 3;
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private static final int WARM = 30_000;
    private static final Duration WARM_UP_TURN = Duration.ofSeconds(4);
    private static final Duration WARM_UP_AT_MOST = Duration.ofMinutes(2);

    private final CoreStage stage;
    private final BoxOffice office;
    private final LoadClient client;
    private long sessions;

    HoldTrial(CoreStage stage, BoxOffice office, LoadClient client) throws IOException {
        this.stage = stage;
        this.office = office;
        this.client = client;
        office.event(EVENT, SEATS);
    }

    /** Holds until the service's code is compiled, which takes requests rather than time. */
    void warmUp() throws IOException {
        var since = System.nanoTime();
        for (var holds = 0.0; holds < WARM && System.nanoTime() - since < WARM_UP_AT_MOST.toNanos();) {
            holds += overHttp(WARM_UP_TURN) * WARM_UP_TURN.toSeconds();
        }
    }

    /** Holds per second over HTTP. */
    double overHttp(Duration length) throws IOException {
        var first = prepare();
        var slice = client.run(new HoldLoad(stage.port(), EVENT, first, SEATS / 2), length);
        Crowd.require(slice, 201, slice.answers());
        check(slice.answers());
        return slice.perSecond();
    }

    /** The same statements per second without a service. */
    double byPgbench(Path script, Duration length) throws IOException {
        var first = prepare();
        return stage.pgbench().run(script, CLIENTS, length, Map.of("first", first, "k", 0));
    }

    /** A figure that rests on seats that were not held is none. */
    private void check(long holds) throws IOException {
        var held = office.count("seat_state WHERE event_id = '" + EVENT + "' AND state = 'HELD'");
        if (held != 2 * holds) {
            throw new IOException("%d holds, but %d seats are held".formatted(holds, held));
        }
    }

    private long prepare() throws IOException {
        office.reset(EVENT);
        var first = sessions;
        office.sessions(EVENT, first, SEATS / 2);
        sessions += SEATS / 2;
        office.update("ANALYZE shopping_session");
        return first;
    }

    /** Lets the service hold, listens to what it says to the database, and makes a script of it. */
    List<SpokenStatements.Statement> listen(Path script) throws IOException {
        var session = prepare();
        office.update("ALTER SYSTEM SET log_statement = 'all'");
        office.update("SELECT pg_reload_conf()");
        Crowd.pause(A_MOMENT);
        client.ask(HoldLoad.hold(stage.port(), EVENT, BoxOffice.session(session), "S-1", "S-2"));
        office.update("ALTER SYSTEM RESET log_statement");
        office.update("SELECT pg_reload_conf()");
        Crowd.pause(A_MOMENT);
        var meanings = Map.of(
                literal(BoxOffice.DIGEST_OF_SESSION, session), BoxOffice.DIGEST_OF_SESSION.formatted(":n"),
                literal(BoxOffice.ID_OF_SESSION, session), BoxOffice.ID_OF_SESSION.formatted(":n"),
                "'{S-1,S-2}'", "ARRAY['S-' || :a, 'S-' || :b]", ON_SALE, ON_SALE);
        var spoken = SpokenStatements.about(meanings.keySet(), stage.databaseLog());
        if (spoken.size() < LEAST) {
            throw new IOException("the statements of a hold are not in PostgreSQL's log");
        }
        Files.writeString(script, write(spoken, meanings));
        return spoken;
    }

    private static String write(List<SpokenStatements.Statement> spoken, Map<String, String> meanings) {
        var script = new StringBuilder("""
                \\set i :client_id + %d * :k
                \\set k :k + 1
                \\set n :first + :i
                \\set a 2 * :i + 1
                \\set b 2 * :i + 2
                """.formatted(CLIENTS));
        spoken.forEach(statement -> script.append(statement.with(meanings)).append(";\n"));
        return script.toString();
    }

    private String literal(String expression, long session) throws IOException {
        return "'" + office.text("(" + expression.formatted(session) + ")::text") + "'";
    }
}
