package botdefense.guard;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.container.ContainerRequestContext;

import botdefense.challenge.Solution;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import contract.proof.PublicKeys;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** Finds in a body what the defense wants to know, and leaves the body as it was for the resource. */
final class BodyReader {

    private static final String BODY = "botdefense.body";
    private static final ObjectReader OBJECT = new ObjectMapper().readerFor(new TypeReference<Map<String, Object>>() {
    });
    private static final int MOST_MARKS = 16;
    private static final int MOST_NONCES = 256;
    private static final int LONGEST_CODE = 32;
    private static final int MOST_SEATS = 100;
    private static final int LONGEST_SEAT = 200;

    private BodyReader() {}

    /**
     * What a body says, as far as it is what such a request sends; saying what is wrong with it is the resource's
     * business.
     *
     * @param deviceKey thumbprint of the key it names
     * @param marks     what the page saw of its browser
     * @param mail      the buyer's
     * @param seats     that are wanted
     */
    record Content(Optional<String> deviceKey, Optional<Solution> solution, List<String> marks,
            Optional<String> mail, List<String> seats) {

        static final Content NONE = new Content(Optional.empty(), Optional.empty(), List.of(), Optional.empty(),
                List.of());
    }

    /** Lets the request wait until its body is there, and puts it where the resource and {@link #contentOf} find it. */
    static void read(RoutingContext context, ResteasyReactiveContainerRequestContext request) {
        var http = context.request();
        var read = context.body() == null ? null : context.body().buffer();
        if (read != null || http.isEnded()) {
            keep(request, read == null ? Buffer.buffer() : read);
            return;
        }
        request.suspend();
        http.body().onSuccess(arrived -> {
            keep(request, arrived);
            request.resume();
        }).onFailure(request::resume);
        http.resume();
    }

    private static void keep(ContainerRequestContext request, Buffer body) {
        var bytes = body.getBytes();
        request.setEntityStream(new ByteArrayInputStream(bytes));
        request.setProperty(BODY, bytes);
    }

    /** What the body that was read says; nothing where none was. */
    static Content contentOf(ContainerRequestContext request) {
        return request.getProperty(BODY) instanceof byte[] body ? content(body) : Content.NONE;
    }

    private static Content content(byte[] body) {
        try {
            Map<String, Object> document = OBJECT.readValue(body);
            return document == null
                    ? Content.NONE
                    : new Content(
                            document.get("key") instanceof Map<?, ?> jwk
                                    ? PublicKeys.thumbprint(jwk)
                                    : Optional.empty(),
                            solutionIn(document.get("solution")), marksIn(document.get("marks")),
                            document.get("buyer") instanceof Map<?, ?> buyer
                                    && buyer.get("email") instanceof String mail
                                            ? Optional.of(mail)
                                            : Optional.empty(),
                            seatsIn(document.get("seats")));
        } catch (IOException notJson) {
            return Content.NONE;
        }
    }

    /** A solution as a body or a header carries it. */
    static Optional<Solution> solutionIn(Object value) {
        if (!(value instanceof Map<?, ?> map) || !(map.get("token") instanceof String token)) {
            return Optional.empty();
        }
        var nonces = map.get("nonces") instanceof List<?> list && list.size() <= MOST_NONCES
                ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList()
                : List.<String>of();
        var code = map.get("code") instanceof String text && text.length() <= LONGEST_CODE ? text.strip() : "";
        return Optional.of(new Solution(token, nonces, Boolean.TRUE.equals(map.get("waited")), code));
    }

    static Optional<Solution> solutionIn(String json) {
        try {
            Map<String, Object> document = OBJECT.readValue(json);
            return solutionIn(document);
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private static List<String> seatsIn(Object value) {
        return value instanceof List<?> list && list.size() <= MOST_SEATS
                ? list.stream().filter(String.class::isInstance).map(String.class::cast)
                        .filter(seat -> seat.length() <= LONGEST_SEAT && seat.indexOf('\n') < 0).toList()
                : List.of();
    }

    private static List<String> marksIn(Object value) {
        return value instanceof List<?> list
                ? list.stream().filter(String.class::isInstance).map(String.class::cast).limit(MOST_MARKS).toList()
                : List.of();
    }
}
