package console.gateway;

import java.time.Duration;
import java.util.Map;

/**
 * What a service is asked.
 *
 * @param target  address and query below {@code /api}, as they go out
 * @param headers what is passed on, by name
 * @param body    empty for none
 */
public record Outgoing(Service service, String method, String target, Map<String, String> headers, byte[] body,
        Duration patience) {

    boolean reads() {
        return method.equals("GET");
    }
}
