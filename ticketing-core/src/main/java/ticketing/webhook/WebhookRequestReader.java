package ticketing.webhook;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.Size;

import contract.problem.Problem;

/** Makes sense of what organizers write about their receivers, or says what is wrong with it. */
@ApplicationScoped
class WebhookRequestReader {

    private final WebhookAddresses addresses;

    WebhookRequestReader(WebhookAddresses addresses) {
        this.addresses = addresses;
    }

    /** @throws contract.problem.ProblemException 422 */
    WebhookWish read(WebhookRequest request, boolean isNew) {
        if (isNew && (request.url() == null || request.eventTypes() == null)) {
            throw invalid("url and eventTypes are needed").toException();
        }
        Optional.ofNullable(request.url()).ifPresent(this::demandCallable);
        Optional.ofNullable(request.eventTypes()).ifPresent(WebhookRequestReader::demandKnown);
        return new WebhookWish(Optional.ofNullable(request.url()).map(String::strip),
                Optional.ofNullable(request.description()).map(String::strip),
                Optional.ofNullable(request.eventTypes()).map(types -> types.stream().distinct().toList()),
                Optional.ofNullable(request.enabled()));
    }

    private void demandCallable(String url) {
        var target = WebhookAddresses.read(url).orElseThrow(() -> invalid(
                "the url must be an https address without user and fragment").toException());
        if (addresses.resolve(target) instanceof WebhookAddresses.Forbidden) {
            throw invalid("the url must be an https address on the public Internet").toException();
        }
    }

    private static void demandKnown(List<String> types) {
        if (types.isEmpty() || !types.stream().allMatch(type -> WebhookEvent.of(type).isPresent())) {
            throw invalid("eventTypes must be some of those in the API's description").toException();
        }
    }

    private static Problem invalid(String what) {
        return Problem.of(422, "invalid-webhook", "This cannot be told anything", "Mend it: " + what + ".");
    }

    /** A receiver as it is asked for; on a change what is missing stays. */
    record WebhookRequest(@Size(max = 500) String url, @Size(max = 200) String description,
            @Size(min = 1, max = 20) List<@Size(max = 50) String> eventTypes, Boolean enabled) {}
}
