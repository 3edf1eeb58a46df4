package ticketing.webhook;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import contract.problem.Problem;
import ticketing.access.Caller;
import ticketing.access.CurrentCaller;

/** Who may see to an organization's receivers, and which those are. */
@ApplicationScoped
class WebhookDesk {

    private static final Problem UNKNOWN_ORGANIZATION = Problem.of(404, "unknown-organization",
            "There is no such organization", "Check the id, or ask an admin to add you to it.");

    private final WebhookEndpointStore endpoints;
    private final CurrentCaller caller;

    WebhookDesk(WebhookEndpointStore endpoints, CurrentCaller caller) {
        this.endpoints = endpoints;
        this.caller = caller;
    }

    Caller organizer(String organization) {
        var by = caller.get();
        by.demandOrganizer(organization, UNKNOWN_ORGANIZATION);
        return by;
    }

    /** An organizer of the organization that has this receiver. */
    Caller organizer(String organization, String webhook) {
        var by = organizer(organization);
        if (endpoints.find(organization, webhook).isEmpty()) {
            throw unknown();
        }
        return by;
    }

    List<WebhookEndpoint> list(String organization, String behind, int limit) {
        return endpoints.list(organization, behind, limit);
    }

    static RuntimeException unknown() {
        return Problem.of(404, "unknown-webhook", "There is no such webhook", "Look for it in the list of webhooks.")
                .toException();
    }
}
