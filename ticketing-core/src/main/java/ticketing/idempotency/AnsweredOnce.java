package ticketing.idempotency;

import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import contract.problem.Problem;

/** Gives the answer that an Idempotency-Key has, or has it made now (T4). */
@ApplicationScoped
public class AnsweredOnce {

    private final Idempotency idempotency;
    private final ObjectMapper json;

    AnsweredOnce(Idempotency idempotency, ObjectMapper json) {
        this.idempotency = idempotency;
        this.json = json;
    }

    public Response answer(IdempotentRequest request, Supplier<Reply> work) {
        return switch (idempotency.once(request, () -> toAnswer(work.get()))) {
            case IdempotentOutcome.Answered answered -> toResponse(answered.answer());
            case IdempotentOutcome.Reused reused -> Problem.of(422, "idempotency-key-reused",
                    "This Idempotency-Key was used for something else", "Use a new key for a new request.")
                    .toResponse();
            case IdempotentOutcome.Running running -> Problem.of(409, "still-running",
                    "The first request with this key is still at work", "Ask again with the same key in a moment.")
                    .retryAfter(running.retryAfter()).toResponse();
        };
    }

    /** A request's body in a form that is equal for equal requests. */
    public String text(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer toAnswer(Reply reply) {
        return new Answer(reply.status(), text(reply.body()));
    }

    /** Read again as a document rather than sent as kept, so that a problem gets its instance like any other. */
    private Response toResponse(Answer answer) {
        try {
            Map<String, Object> body = json.readValue(answer.body(),
                    new TypeReference<LinkedHashMap<String, Object>>() {
                    });
            return Response.status(answer.status()).entity(body).header("Cache-Control", "no-store")
                    .type(answer.status() < 400 ? MediaType.APPLICATION_JSON_TYPE : Problem.MEDIA_TYPE).build();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What to answer, before it is written as JSON. */
    public record Reply(int status, Object body) {

        public static Reply of(int status, Object body) {
            return new Reply(status, body);
        }

        public static Reply of(Problem problem) {
            return new Reply(problem.status(), problem.members());
        }
    }
}
