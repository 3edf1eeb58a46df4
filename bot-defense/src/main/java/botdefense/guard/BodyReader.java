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
import contract.proof.PublicKeys;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/** Finds in a body what the defense wants to know, and leaves the body as it was for the resource. */
final class BodyReader {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {
    };
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

    static Uni<Content> read(RoutingContext context, ContainerRequestContext request) {
        return body(context).map(body -> {
            request.setEntityStream(new ByteArrayInputStream(body.getBytes()));
            return content(body);
        });
    }

    private static Uni<Buffer> body(RoutingContext context) {
        var read = context.body() == null ? null : context.body().buffer();
        if (read != null) {
            return Uni.createFrom().item(read);
        }
        if (context.request().isEnded()) {
            return Uni.createFrom().item(Buffer.buffer());
        }
        var arriving = context.request().body().toCompletionStage();
        context.request().resume();
        return Uni.createFrom().completionStage(arriving);
    }

    private static Content content(Buffer body) {
        try {
            Map<String, Object> document = MAPPER.readValue(body.getBytes(), OBJECT);
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
            return solutionIn((Object) MAPPER.readValue(json, OBJECT));
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
