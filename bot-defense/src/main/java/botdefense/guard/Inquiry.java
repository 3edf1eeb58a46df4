package botdefense.guard;

import java.util.Optional;

import botdefense.Action;
import botdefense.client.Address;

/**
 * What the rules are told about a request.
 *
 * @param deviceKey thumbprint of the key the client names as its own; not proven
 */
public record Inquiry(Action action, Address address, Optional<String> deviceKey) {}
