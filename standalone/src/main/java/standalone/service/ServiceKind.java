package standalone.service;

import java.nio.file.Path;
import java.util.List;

/** The services of the stack: where their jars are, their port when there is one of each, how their JVM is set. */
public enum ServiceKind {
    WAITING_ROOM("waiting-room", "waiting-room", 8081, List.of("-Xmx192m")), CORE("core", "ticketing-core", 8082,
            List.of("-Xmx320m")),
    /** Few people use it: what the quick compiler makes is good enough, in half of the time. */
    CONSOLE("console", "admin-console", 8083, List.of("-Xmx96m", "-XX:TieredStopAtLevel=1"));

    private final String shortName;
    private final String module;
    private final int usualPort;
    private final List<String> javaOptions;

    ServiceKind(String shortName, String module, int usualPort, List<String> javaOptions) {
        this.shortName = shortName;
        this.module = module;
        this.usualPort = usualPort;
        this.javaOptions = javaOptions;
    }

    public String shortName() {
        return shortName;
    }

    public int usualPort() {
        return usualPort;
    }

    List<String> javaOptions() {
        return javaOptions;
    }

    Path jar(Path home) {
        return home.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
