package waitingroom.queue;

import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import waitingroom.queue.VisitorResource.JoinRequest;

/** Refuses what breaks the constraints of a join. Apart from the resource, where every join would pay for it. */
@Singleton
class JoinCheck {

    void check(@Valid @NotNull JoinRequest request) {
        // The annotations say it all.
    }
}
