package standalone.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import standalone.data.DataFolder;
import standalone.data.Secrets;
import standalone.process.Ports;
import standalone.process.StartFailure;
import standalone.testing.Eventually;

class PostgresServerIT {

    /** One for all tests: setting up a cluster takes seconds. */
    @TempDir
    private static Path directory;

    private final Ports ports = new Ports();

    @Test
    void whatWasCommittedSurvivesAKillAndARestart() throws Exception {
        try (var data = DataFolder.open(directory)) {
            var first = started(data);
            run(first, "CREATE TABLE kept (id int)", "INSERT INTO kept VALUES (1)");

            ProcessHandle.of(first.child().pid().orElseThrow()).orElseThrow().destroyForcibly();
            Eventually.until("the killed server is back on its port", () -> number(first, "SELECT id FROM kept") == 1);
            run(first, "INSERT INTO kept VALUES (2)");
            first.stop();

            var second = started(data);
            assertThat(number(second, "SELECT sum(id) FROM kept")).isEqualTo(3);
            second.stop();
        }
    }

    @Test
    void theServicesRoleIsWrittenThroughAndNoSuperuser() throws Exception {
        try (var data = DataFolder.open(directory)) {
            var server = started(data);

            assertThat(text(server, "SHOW fsync")).isEqualTo("on");
            assertThat(text(server, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(text(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(text(server, "SELECT rolsuper OR rolcreatedb OR rolcreaterole FROM pg_roles"
                    + " WHERE rolname = current_user")).isEqualTo("f");
            assertThatThrownBy(() -> DriverManager.getConnection(server.url(), server.user(), "wrong").close())
                    .isInstanceOf(SQLException.class);
            server.stop();
        }
    }

    @Test
    void dataOfAnotherMajorVersionIsSaid() throws Exception {
        try (var data = DataFolder.open(directory)) {
            started(data).stop();
            Files.writeString(directory.resolve("postgres/cluster/PG_VERSION"), "17\n");

            var server = prepared(data);

            assertThatThrownBy(() -> server.start().join()).isInstanceOf(CompletionException.class).cause()
                    .isInstanceOf(StartFailure.class).hasMessageContaining("another major version");
            Files.writeString(directory.resolve("postgres/cluster/PG_VERSION"), "18\n");
        }
    }

    @Test
    void aPidFileThatNamesAStrangerIsNoObstacle() throws Exception {
        try (var data = DataFolder.open(directory)) {
            started(data).stop();
            Files.writeString(directory.resolve("postgres/cluster/postmaster.pid"),
                    ProcessHandle.current().pid() + "\n" + directory.resolve("postgres/cluster") + "\n");

            started(data).stop();
        }
    }

    private PostgresServer prepared(DataFolder data) {
        return PostgresServer.prepare(data, Secrets.in(data.path("secrets")), ports.free(), 20, line -> {});
    }

    private PostgresServer started(DataFolder data) throws Exception {
        var server = prepared(data);
        server.start().get(60, TimeUnit.SECONDS);
        return server;
    }

    private static void run(PostgresServer server, String... statements) throws SQLException {
        try (var connection = connect(server); var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static int number(PostgresServer server, String query) throws SQLException {
        return Integer.parseInt(text(server, query));
    }

    private static String text(PostgresServer server, String query) throws SQLException {
        try (var connection = connect(server);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(PostgresServer server) throws SQLException {
        return DriverManager.getConnection(server.url(), server.user(), server.password());
    }
}
