package standalone.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import standalone.data.DataFolder;
import standalone.data.Secrets;
import standalone.process.Child;
import standalone.process.ChildSpec;
import standalone.process.ChildSpec.Patience;
import standalone.process.StartFailure;
import standalone.process.StopSignal;

/**
 * The PostgreSQL of the stack: a real server with its own data directory, as a supervised child. It writes through to
 * the disk (fsync and synchronous_commit on), listens on 127.0.0.1 only, and asks everybody for a password. One role owns
 * the database and is nothing more; the services sign in as another, which owns nothing, so that row-level security
 * holds for them.
 */
public final class PostgresServer {

    private static final String VERSION = "18.6";
    private static final String SUPERUSER = "postgres";
    private static final String OWNER = "ticketing";
    /** What the core signs in as, and what it becomes for a request of a member of staff, or of an admin. */
    private static final String APPLICATION = "ticketing_app";
    private static final String STAFF = "ticketing_staff";
    private static final String ADMIN = "ticketing_admin";
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(180), Duration.ofSeconds(20));
    /** After a kill -9 the old server's backends take a moment to notice; until then a new one refuses to start. */
    private static final int ATTEMPTS = 8;

    private final int port;
    private final String superuserPassword;
    private final String ownerPassword;
    private final String applicationPassword;
    private final Path cluster;
    private final PostgresPrograms programs;
    private final Child child;

    private PostgresServer(DataFolder data, Secrets secrets, int port, int maxConnections, Consumer<String> log) {
        this.port = port;
        this.superuserPassword = secrets.password("postgres-superuser.password");
        this.ownerPassword = secrets.password("postgres-ticketing.password");
        this.applicationPassword = secrets.password("postgres-ticketing-app.password");
        this.cluster = data.directory("postgres").resolve("cluster");
        this.programs = PostgresPrograms.unpackedIn(data.directory("programs"), VERSION);
        var spec = new ChildSpec("postgres", serverCommand(maxConnections), Map.of("LC_ALL", "C", "PATH", path()),
                data.directory("postgres"), StopSignal.INTERRUPT, StopSignal.INTERRUPT, PATIENCE, ATTEMPTS);
        this.child = new Child(spec, this::answers, data.directory("run"), log);
    }

    /** Unpacks what is needed; nothing runs yet. */
    public static PostgresServer prepare(DataFolder data, Secrets secrets, int port, int maxConnections,
            Consumer<String> log) {
        return new PostgresServer(data, secrets, port, maxConnections, log);
    }

    /** Starts the server; on its first start it makes the cluster, the role and the database. */
    public CompletableFuture<Void> start() {
        if (!Files.exists(cluster.resolve("PG_VERSION"))) {
            new ClusterSetup(programs, cluster, superuserPassword).run();
        }
        StalePidFile.clear(cluster, programs.postgres());
        return child.start().thenRun(this::provideDatabase);
    }

    public Child child() {
        return child;
    }

    public void stop() {
        child.stop();
    }

    public String url() {
        return url(OWNER);
    }

    /** Who owns the database and may change its schema. */
    public String user() {
        return OWNER;
    }

    public String password() {
        return ownerPassword;
    }

    /** Who works with what is in it. */
    public String applicationUser() {
        return APPLICATION;
    }

    public String applicationPassword() {
        return applicationPassword;
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private List<String> serverCommand(int maxConnections) {
        var command = new ArrayList<>(Unprivileged.prefix());
        command.addAll(List.of(programs.postgres().toString(), "-D", cluster.toString(), "-p", String.valueOf(port)));
        settings(maxConnections).forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return command;
    }

    private static Map<String, String> settings(int maxConnections) {
        return Map.ofEntries(
                Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("unix_socket_directories", ""),
                Map.entry("fsync", "on"),
                Map.entry("synchronous_commit", "on"),
                Map.entry("full_page_writes", "on"),
                Map.entry("max_connections", String.valueOf(maxConnections)),
                Map.entry("shared_buffers", "64MB"),
                Map.entry("max_wal_size", "512MB"),
                Map.entry("password_encryption", "scram-sha-256"),
                Map.entry("logging_collector", "off"),
                Map.entry("log_checkpoints", "off"),
                Map.entry("log_line_prefix", ""),
                Map.entry("timezone", "UTC"));
    }

    private boolean answers() {
        try (var connection = DriverManager.getConnection(url(SUPERUSER) + "?connectTimeout=2&socketTimeout=5",
                SUPERUSER, superuserPassword)) {
            return connection.isValid(2);
        } catch (SQLException e) {
            // Still starting, or recovering after a crash.
            return false;
        }
    }

    /** Said again at every start: data of an older start gets what is missing, and the passwords on disk count. */
    private void provideDatabase() {
        try (var connection = DriverManager.getConnection(url(SUPERUSER), SUPERUSER, superuserPassword);
                var statement = connection.createStatement()) {
            provideRole(statement, OWNER, "LOGIN PASSWORD '" + ownerPassword + "'");
            provideRole(statement, APPLICATION, "LOGIN PASSWORD '" + applicationPassword + "'");
            provideRole(statement, STAFF, "NOLOGIN");
            provideRole(statement, ADMIN, "NOLOGIN");
            statement.execute("GRANT " + STAFF + ", " + ADMIN + " TO " + APPLICATION + " WITH INHERIT FALSE, SET TRUE");
            if (!statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + OWNER + "'").next()) {
                statement.execute("CREATE DATABASE " + OWNER + " OWNER " + OWNER);
                statement.execute("REVOKE ALL ON DATABASE " + OWNER + " FROM PUBLIC");
            }
            statement.execute("GRANT CONNECT ON DATABASE " + OWNER + " TO " + APPLICATION);
        } catch (SQLException e) {
            throw new StartFailure("The database cannot be set up: " + e.getMessage(), e);
        }
    }

    private static void provideRole(Statement statement, String role, String signsIn) throws SQLException {
        if (!statement.executeQuery("SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'").next()) {
            statement.execute("CREATE ROLE " + role);
        }
        statement.execute("ALTER ROLE " + role + " NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS " + signsIn);
    }

    private static String path() {
        return System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
    }

    /** Makes a cluster: once, at the first start. */
    private record ClusterSetup(PostgresPrograms programs, Path cluster, String password) {

        void run() {
            var command = new ArrayList<>(Unprivileged.prefix());
            var passwordFile = cluster.resolveSibling("initial-password");
            command.addAll(List.of(programs.initdb().toString(), "-D", cluster.toString(), "-U", SUPERUSER,
                    "--pwfile=" + passwordFile, "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C",
                    "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions"));
            try {
                Leftovers.deleteAll(cluster);
                Files.writeString(passwordFile, password);
                var process = new ProcessBuilder(command).redirectErrorStream(true).start();
                var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (process.waitFor() != 0) {
                    throw new StartFailure(failure(output));
                }
            } catch (IOException e) {
                throw new StartFailure("PostgreSQL cannot be set up: " + e.getMessage(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                Leftovers.delete(passwordFile);
            }
        }

        private static String failure(String output) {
            if (output.contains("No space left on device")) {
                return "PostgreSQL cannot be set up: the disk is full.";
            }
            return "PostgreSQL cannot be set up: " + output.strip().lines().reduce((first, last) -> last).orElse("");
        }
    }
}
