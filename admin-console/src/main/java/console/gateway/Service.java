package console.gateway;

import java.util.Arrays;
import java.util.Optional;

/** A service behind the console. */
public enum Service {
    TICKETING("ticketing", "The ticketing core"), WAITING_ROOM("waiting-room", "The waiting room");

    private final String key;
    private final String title;

    Service(String key, String title) {
        this.key = key;
        this.title = title;
    }

    /** As it stands in addresses. */
    public String key() {
        return key;
    }

    /** As people call it. */
    public String title() {
        return title;
    }

    public static Optional<Service> of(String key) {
        return Arrays.stream(values()).filter(service -> service.key.equals(key)).findFirst();
    }
}
