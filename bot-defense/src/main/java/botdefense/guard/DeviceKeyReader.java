package botdefense.guard;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.container.ContainerRequestContext;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import contract.proof.PublicKeys;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/** Finds the device key a join names in its body, and leaves the body as it was for the resource. */
final class DeviceKeyReader {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {
    };

    private DeviceKeyReader() {}

    static Uni<Optional<String>> read(RoutingContext context, ContainerRequestContext request) {
        return body(context).map(body -> {
            request.setEntityStream(new ByteArrayInputStream(body.getBytes()));
            return thumbprint(body);
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

    /** A body that is not what a join sends names no key; saying so is the resource's business. */
    private static Optional<String> thumbprint(Buffer body) {
        try {
            Map<String, Object> join = MAPPER.readValue(body.getBytes(), OBJECT);
            return join != null && join.get("key") instanceof Map<?, ?> jwk
                    ? PublicKeys.thumbprint(jwk)
                    : Optional.empty();
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }
}
