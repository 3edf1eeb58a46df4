package standalone.service;

import java.nio.file.Path;

/** The services of the stack: where their jars are, their port when there is one of each, their share of memory. */
public enum ServiceKind {
    WAITING_ROOM("waiting-room", "waiting-room", 8081, "192m"), CORE("core", "ticketing-core", 8082,
            "320m"), CONSOLE("console", "admin-console", 8083, "96m");

    private final String shortName;
    private final String module;
    private final int usualPort;
    private final String heap;

    ServiceKind(String shortName, String module, int usualPort, String heap) {
        this.shortName = shortName;
        this.module = module;
        this.usualPort = usualPort;
        this.heap = heap;
    }

    public String shortName() {
        return shortName;
    }

    public int usualPort() {
        return usualPort;
    }

    String heap() {
        return heap;
    }

    Path jar(Path home) {
        return home.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
