package waitingroom.lobby;

import java.util.Optional;

import waitingroom.draw.Draw;

/** The lobby of a release with a draw. */
public sealed interface Lobby {

    /** Still open, or the release has none. */
    record Open() implements Lobby {}

    /**
     * Nobody enters any more, and nobody has a place yet.
     *
     * @param treeSize entries of the fairness log when it closed
     */
    record Closed(long size, long treeSize) implements Lobby {}

    /** Everybody in it has a place. */
    record Drawn(Draw draw, long treeSize) implements Lobby {}

    default Optional<Drawn> drawn() {
        return this instanceof Drawn drawn ? Optional.of(drawn) : Optional.empty();
    }
}
