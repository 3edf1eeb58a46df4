package botdefense.guard;

import java.util.List;

import botdefense.score.Sighting;

/**
 * Looks at one aspect of a request, from memory alone. Every bean of this type is asked about every guarded request;
 * none decides alone.
 */
public interface Witness {

    List<Sighting> look(Inquiry inquiry);

    /** Whether looking leaves no trace, so that a request may also be only described. */
    default boolean isPure() {
        return false;
    }

    /** Learns what became of a request it was asked about. */
    default void learn(Inquiry inquiry, int status) {}
}
