package botdefense.guard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.container.ContainerRequestContext;

import botdefense.Action;
import botdefense.Guarded;
import botdefense.challenge.Solution;
import botdefense.client.ClientRequest;
import botdefense.score.RequestHeaders;
import botdefense.score.RequestHeaders.Protocol;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import contract.proof.PublicKeys;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** Reads from a request what the rules are told about it. */
final class InquiryReader {

    static final String SOLUTION = "Challenge-Solution";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {
    };
    private static final String SESSION_SCHEME = "DPoP ";
    private static final int LONGEST_PROOF = 4_096;
    private static final int LONGEST_SOLUTION = 16_384;

    private InquiryReader() {}

    /** What the resource that is asked for gives out. */
    static Action action(ResteasyReactiveContainerRequestContext context) {
        var resource = context.getServerRequestContext().getResteasyReactiveResourceInfo();
        var onMethod = resource.getResourceMethod().getAnnotation(Guarded.class);
        return onMethod == null ? resource.getResourceClass().getAnnotation(Guarded.class).value() : onMethod.value();
    }

    static Inquiry read(ClientRequest client, HttpServerRequest request,
            ResteasyReactiveContainerRequestContext context, BodyReader.Content content) {
        var url = client.url();
        var secure = url.getScheme().equals("https") || isThisMachine(url.getHost());
        var protocol = request.version() == HttpVersion.HTTP_2 ? Protocol.H2 : secure ? Protocol.H1 : Protocol.PLAIN;
        var headers = RequestHeaders.received(protocol, request.headers().entries(), !client.isBehindProxy());
        return new Inquiry(action(context), client.address(),
                content.deviceKey().or(() -> keyIn(request.getHeader("DPoP"))),
                Optional.of(headers), session(request), content.mail(), content.marks(), scope(context),
                content.seats());
    }

    private static boolean isThisMachine(String host) {
        return "localhost".equals(host) || "127.0.0.1".equals(host);
    }

    private static String scope(ContainerRequestContext context) {
        var parameters = context.getUriInfo().getPathParameters();
        return parameters.isEmpty() ? "" : parameters.values().iterator().next().getFirst();
    }

    static Optional<Solution> solution(HttpServerRequest request, BodyReader.Content content) {
        return content.solution().or(() -> Optional.ofNullable(request.getHeader(SOLUTION))
                .filter(header -> header.length() <= LONGEST_SOLUTION).flatMap(InquiryReader::decoded)
                .flatMap(BodyReader::solutionIn));
    }

    private static Optional<String> decoded(String base64url) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(base64url), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** The key a proof names; whether it proves anything is the resource's business. */
    private static Optional<String> keyIn(String proof) {
        if (proof == null || proof.length() > LONGEST_PROOF || proof.indexOf('.') < 0) {
            return Optional.empty();
        }
        return decoded(proof.substring(0, proof.indexOf('.'))).flatMap(header -> {
            try {
                return MAPPER.readValue(header, OBJECT).get("jwk") instanceof Map<?, ?> jwk
                        ? PublicKeys.thumbprint(jwk)
                        : Optional.empty();
            } catch (com.fasterxml.jackson.core.JsonProcessingException notJson) {
                return Optional.empty();
            }
        });
    }

    private static Optional<String> session(HttpServerRequest request) {
        var authorization = request.getHeader("Authorization");
        if (authorization != null && authorization.startsWith(SESSION_SCHEME)) {
            return Optional.of(digest(authorization.substring(SESSION_SCHEME.length()).strip()));
        }
        var cookie = request.getCookie("shopping");
        return cookie == null ? Optional.empty() : Optional.of(digest(cookie.getValue()));
    }

    private static String digest(String secret) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(secret.getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this JVM", e);
        }
    }
}
