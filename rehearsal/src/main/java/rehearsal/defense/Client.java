package rehearsal.defense;

import java.util.List;
import java.util.Map;

/**
 * One request of recorded or made-up traffic.
 *
 * @param label   {@code fan} or {@code bot}
 * @param kind    what kind of either
 * @param device  class of the device, like mobile or desktop
 * @param network class of the network, like home, mobile, campus, hosting
 */
record Client(String label, String kind, String device, String network, String address, String protocol,
        List<List<String>> headers, String action) {

    boolean isFan() {
        return label.equals("fan");
    }

    /** As the score endpoint takes it. */
    Map<String, Object> asRequest() {
        return Map.of("address", address, "protocol", protocol, "headers", headers, "action", action);
    }
}
