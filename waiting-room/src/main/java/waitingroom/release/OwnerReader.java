package waitingroom.release;

import jakarta.inject.Singleton;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Asks the ticketing core whose an event is, and makes of its answers what a plan goes by. */
@Singleton
class OwnerReader {

    private static final Logger LOG = Logger.getLogger(OwnerReader.class);

    private final EventOwnershipClient core;

    OwnerReader(@RestClient EventOwnershipClient core) {
        this.core = core;
    }

    /** @param bearer of whoever asks, to whom the core may show nothing of the event */
    Owner ownerOf(String eventId, String bearer) {
        try {
            return new Owner.Organization(core.of(eventId, bearer).organizationId());
        } catch (WebApplicationException e) {
            return e.getResponse().getStatus() < 500 ? new Owner.NotTold() : new Owner.CoreAway();
        } catch (ProcessingException e) {
            LOG.warnf("ticketing core did not tell an event's owner cause=%s", e.getMessage());
            return new Owner.CoreAway();
        }
    }

    sealed interface Owner {

        record Organization(String id) implements Owner {}

        /** There is no such event, or it is not shown to the caller. */
        record NotTold() implements Owner {}

        record CoreAway() implements Owner {}
    }
}
