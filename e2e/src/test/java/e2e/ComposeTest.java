package e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** docker-compose.yml is what we say it is, and sets exactly what the services read. */
class ComposeTest {

    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Map<String, Object> COMPOSE = read(HOME.resolve("docker-compose.yml"));
    /** A setting of an operator: {@code ${NAME}} or {@code ${NAME:default}}, in capitals. */
    private static final Pattern SETTING = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::[^}]*)?}");

    static Stream<String> services() {
        return servicesOf().keySet().stream();
    }

    @Test
    void everyPartOfTheSystemIsThere() {
        assertThat(servicesOf()).containsOnlyKeys("gateway", "waiting-room", "ticketing-core", "admin-console",
                "postgres", "valkey", "mailpit", "prometheus", "grafana");
        assertThat(imageOf("postgres")).isEqualTo("postgres:18");
        assertThat(imageOf("valkey")).isEqualTo("valkey/valkey:8");
    }

    @ParameterizedTest
    @ValueSource(strings = { "waiting-room", "ticketing-core", "admin-console" })
    void serviceIsGivenExactlyTheSettingsItReads(String service) throws IOException {
        assertThat(new TreeSet<>(environmentOf(service).keySet())).isEqualTo(settingsReadBy(service));
    }

    @ParameterizedTest
    @MethodSource("services")
    void serviceSaysWhetherItIsHealthyAndStartsAgain(String service) {
        assertThat(serviceOf(service)).containsKey("healthcheck").containsEntry("restart", "unless-stopped");
    }

    @ParameterizedTest
    @MethodSource("services")
    void imageHasAVersion(String service) {
        var built = serviceOf(service).containsKey("build");

        assertThat(built || imageOf(service).matches(".+:v?\\d+.*")).as(imageOf(service)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("services")
    void portIsPublishedOnLoopbackOnly(String service) {
        assertThat(listOf(serviceOf(service).get("ports"))).allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @ParameterizedTest
    @MethodSource("services")
    void passwordHasNoDefault(String service) {
        assertThat(environmentOf(service).entrySet())
                .filteredOn(setting -> setting.getKey().contains("PASSWORD"))
                .allMatch(setting -> setting.getValue().matches("\\$\\{\\w+:\\?[^}]+}|/run/secrets/.+"));
    }

    @ParameterizedTest
    @MethodSource("services")
    void secretIsMadeByTheScript(String service) throws IOException {
        var script = Files.readString(HOME.resolve("docker/make-secrets"));

        assertThat(listOf(serviceOf(service).get("secrets"))).allMatch(script::contains);
    }

    @ParameterizedTest
    @MethodSource("services")
    void mountedFileExists(String service) {
        assertThat(listOf(serviceOf(service).get("volumes")))
                .filteredOn(volume -> volume.startsWith("./"))
                .allMatch(volume -> Files.exists(HOME.resolve(volume.split(":")[0])));
    }

    @Test
    void servicesRunWithoutPrivileges() throws IOException {
        assertThat(Files.readString(HOME.resolve("docker/service.Dockerfile")))
                .contains("FROM eclipse-temurin:25-jre", "USER 10001");
        for (var service : List.of("waiting-room", "ticketing-core", "admin-console")) {
            assertThat(serviceOf(service)).containsEntry("read_only", true).containsEntry("cap_drop", List.of("ALL"));
        }
    }

    @Test
    void storesLoseNothingAndForgetNothing() {
        assertThat(listOf(serviceOf("postgres").get("command"))).contains("fsync=on", "synchronous_commit=on");
        assertThat(listOf(serviceOf("valkey").get("command"))).containsSequence("--appendonly", "yes")
                .containsSequence("--maxmemory-policy", "noeviction");
        assertThat(listOf(serviceOf("postgres").get("volumes"))).isNotEmpty();
        assertThat(listOf(serviceOf("valkey").get("volumes"))).isNotEmpty();
    }

    @Test
    void gatewayRoutesLikeTheFrontDoorAndSpeaksForTheClient() throws IOException {
        var gateway = Files.readString(HOME.resolve("docker/gateway/nginx.conf"));

        assertThat(gateway).containsSubsequence("location /q/", "return 404")
                .containsSubsequence("location /queue/", "http://waiting-room:8080")
                .containsSubsequence("location /api/waiting-room/", "http://waiting-room:8080")
                .containsSubsequence("location /admin", "http://admin-console:8080")
                .containsSubsequence("location /", "http://ticketing-core:8080")
                .contains("proxy_set_header X-Forwarded-For $remote_addr;", "proxy_set_header Forwarded \"\";",
                        "proxy_set_header X-Real-IP \"\";", "proxy_buffering off;");
    }

    @Test
    void onlyTheGatewayIsBelievedAndTheConsoleByTheCore() {
        assertThat(environmentOf("waiting-room")).containsEntry("TRUSTED_PROXIES", addressOf("gateway") + "/32");
        // The console signs staff in, and says from where.
        assertThat(environmentOf("ticketing-core")).containsEntry("TRUSTED_PROXIES",
                addressOf("gateway") + "/32," + addressOf("admin-console") + "/32");
    }

    private static Object addressOf(String service) {
        return mapOf(mapOf(serviceOf(service).get("networks")).get("edge")).get("ipv4_address");
    }

    /** What stands in its own settings, and in those that our libraries bring along. */
    private static Set<String> settingsReadBy(String service) throws IOException {
        var files = new ArrayList<Path>();
        files.add(HOME.resolve(service).resolve("src/main/resources/application.properties"));
        files.add(HOME.resolve("contract/src/main/resources/META-INF/microprofile-config.properties"));
        if (Files.readString(HOME.resolve(service).resolve("pom.xml")).contains("<artifactId>bot-defense<")) {
            files.add(HOME.resolve("bot-defense/src/main/resources/META-INF/microprofile-config.properties"));
        }
        var settings = new TreeSet<String>();
        for (var file : files) {
            var text = Files.readAllLines(file).stream()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("%"))
                    .collect(Collectors.joining("\n"));
            SETTING.matcher(text).results().map(found -> found.group(1)).forEach(settings::add);
        }
        return settings;
    }

    private static Map<String, Object> servicesOf() {
        return mapOf(COMPOSE.get("services"));
    }

    private static Map<String, Object> serviceOf(String name) {
        return mapOf(servicesOf().get(name));
    }

    private static String imageOf(String service) {
        return String.valueOf(serviceOf(service).get("image"));
    }

    private static Map<String, String> environmentOf(String service) {
        return mapOf(serviceOf(service).getOrDefault("environment", Map.of())).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
    }

    private static Map<String, Object> mapOf(Object node) {
        return ((Map<?, ?>) node).entrySet().stream()
                .collect(Collectors.toMap(entry -> String.valueOf(entry.getKey()), Map.Entry::getValue));
    }

    private static List<String> listOf(Object node) {
        return node == null ? List.of() : ((List<?>) node).stream().map(String::valueOf).toList();
    }

    private static Map<String, Object> read(Path file) {
        try (var text = Files.newBufferedReader(file)) {
            return new Yaml().load(text);
        } catch (IOException e) {
            throw new AssertionError(file + " is unreadable", e);
        }
    }
}
