package botdefense.guard;

import java.util.List;
import java.util.Optional;

import botdefense.Action;
import botdefense.client.Address;
import botdefense.score.RequestHeaders;

/**
 * What the rules are told about a request.
 *
 * @param deviceKey thumbprint of the key the client names as its own; not proven
 * @param headers   empty where a limit is asked for in the middle of a request
 * @param session   a digest of the session it rides on
 * @param mail      of the buyer
 * @param marks     what the page says it saw of the browser
 * @param scope     the release, event or hold it is about
 * @param seats     those it names
 */
public record Inquiry(Action action, Address address, Optional<String> deviceKey, Optional<RequestHeaders> headers,
        Optional<String> session, Optional<String> mail, List<String> marks, String scope,
        List<String> seats) {

    public static Inquiry of(Action action, Address address, Optional<String> deviceKey) {
        return new Inquiry(action, address, deviceKey, Optional.empty(), Optional.empty(), Optional.empty(), List.of(),
                "", List.of());
    }

    /** What the client is recognized by: its key if it has one. */
    public String subject() {
        return deviceKey.or(() -> session).orElseGet(address::subscriber);
    }
}
