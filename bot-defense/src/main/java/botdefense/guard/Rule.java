package botdefense.guard;

import java.util.Optional;

import io.smallrye.mutiny.Uni;

/** Looks at one aspect of a request that only the store can tell. Every bean of this type is asked; none decides alone. */
public interface Rule {

    /** Takes note of the request. Whether the store has to be asked about it: where not, there is nothing to say. */
    boolean mustAsk(Inquiry inquiry);

    /** What speaks against the request; empty when nothing does. Never fails: a rule that cannot tell says nothing. */
    Uni<Optional<Finding>> examine(Inquiry inquiry);
}
