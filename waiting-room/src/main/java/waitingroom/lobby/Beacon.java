package waitingroom.lobby;

import java.util.Optional;

/**
 * A public value that nobody knew while the lobby was open, mixed into its draw.
 *
 * @param source which value it will be, announced before anybody stood in the lobby; empty where none is mixed in
 * @param value  empty until the operator gives it
 */
public record Beacon(Optional<String> source, Optional<String> value) {

    /** True while the draw has to wait for it. */
    boolean isAwaited() {
        return source.isPresent() && value.isEmpty();
    }
}
