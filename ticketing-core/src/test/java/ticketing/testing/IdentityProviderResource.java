package ticketing.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * An OpenID Connect provider of one client: it describes itself, publishes its key, and exchanges codes, once each, for
 * who shows the client's secret and PKCE's verifier. Whom it signs in, tests say at {@code /test/grants}.
 */
public class IdentityProviderResource implements QuarkusTestResourceLifecycleManager {

    private static final String CLIENT = "ticket-d-saster";
    private static final String SECRET = "a secret/of: the client";

    private final Map<String, Map<String, String>> grants = new ConcurrentHashMap<>();
    private HttpServer server;
    private RSAKey key;
    private String issuer;

    @Override
    public Map<String, String> start() {
        try {
            key = new RSAKeyGenerator(2048).keyID("one").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        issuer = "http://127.0.0.1:" + server.getAddress().getPort();
        server.createContext("/", this::answer);
        server.start();
        return Map.of("OIDC_ISSUER", issuer, "OIDC_CLIENT_ID", CLIENT, "OIDC_CLIENT_SECRET", SECRET, "test.provider",
                issuer);
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        var form = form(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        switch (exchange.getRequestURI().getPath()) {
            case "/.well-known/openid-configuration" -> send(exchange, 200, description());
            case "/keys" -> send(exchange, 200, new JWKSet(key.toPublicJWK()).toJSONObject());
            case "/test/grants" -> {
                var code = UUID.randomUUID().toString();
                grants.put(code, form);
                send(exchange, 200, Map.of("code", code));
            }
            case "/token" -> exchangeCode(exchange, form);
            default -> send(exchange, 404, Map.of());
        }
    }

    private Map<String, Object> description() {
        return Map.of("issuer", issuer, "authorization_endpoint", issuer + "/authorize",
                "token_endpoint", issuer + "/token", "jwks_uri", issuer + "/keys",
                "response_types_supported", List.of("code"), "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256"));
    }

    private void exchangeCode(HttpExchange exchange, Map<String, String> form) throws IOException {
        var grant = grants.remove(form.get("code"));
        var good = grant != null && form.get("grant_type").equals("authorization_code")
                && form.get("redirect_uri").endsWith("/admin/login/oidc/return")
                && challenge(form.get("code_verifier")).equals(grant.get("challenge"))
                && isClient(exchange.getRequestHeaders().getFirst("Authorization"));
        if (good) {
            send(exchange, 200, Map.of("access_token", "nobody's business", "token_type", "Bearer",
                    "id_token", idToken(grant)));
        } else {
            send(exchange, 400, Map.of("error", "invalid_grant"));
        }
    }

    private String idToken(Map<String, String> grant) {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder().issuer(issuer).audience(grant.getOrDefault("audience", CLIENT))
                .subject(grant.get("subject")).issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(60)))
                .claim("nonce", grant.get("nonce")).claim("email", grant.get("email"))
                .claim("email_verified", Boolean.valueOf(grant.get("verified"))).build();
        try {
            var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** RFC 6749: both are form-encoded before they are put together. */
    private static boolean isClient(String authorization) {
        if (authorization == null || !authorization.startsWith("Basic ")) {
            return false;
        }
        var parts = new String(Base64.getDecoder().decode(authorization.substring(6)), UTF_8).split(":");
        return URLDecoder.decode(parts[0], UTF_8).equals(CLIENT) && URLDecoder.decode(parts[1], UTF_8).equals(SECRET);
    }

    public static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> form(String text) {
        return Arrays.stream(text.split("&")).filter(pair -> pair.contains("="))
                .collect(Collectors.toMap(pair -> URLDecoder.decode(pair.split("=", 2)[0], UTF_8),
                        pair -> URLDecoder.decode(pair.split("=", 2)[1], UTF_8)));
    }

    private static void send(HttpExchange exchange, int status, Map<String, Object> body) throws IOException {
        var bytes = JSONObjectUtils.toJSONString(body).getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
