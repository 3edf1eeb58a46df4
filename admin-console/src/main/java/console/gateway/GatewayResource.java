package console.gateway;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import console.session.CurrentSession;
import console.session.FormTokens;
import console.session.SignedIn;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** Passes a page's call on to a service, in the name of whoever is signed in. The page never sees their token. */
@Path("/admin/api/{service: ticketing|waiting-room}/{path: .+}")
@SignedIn
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.WILDCARD)
class GatewayResource {

    private static final String[] ASKED = { "Accept", "Accept-Language", "Content-Type", "Idempotency-Key", "If-Match",
            "If-None-Match" };
    private static final String[] ANSWERED = { "Content-Type", "Content-Language", "Content-Disposition", "ETag",
            "Last-Modified", "Retry-After", "Location", "Allow" };

    private final Gate gate;
    private final ServiceCalls calls;
    private final CurrentSession current;
    private final HttpHeaders headers;
    private final UriInfo uri;

    GatewayResource(Gate gate, ServiceCalls calls, CurrentSession current, HttpHeaders headers, UriInfo uri) {
        this.gate = gate;
        this.calls = calls;
        this.current = current;
        this.headers = headers;
        this.uri = uri;
    }

    @GET
    public Response get() {
        return pass("GET", new byte[0]);
    }

    @POST
    public Response post(byte[] body) {
        return write("POST", body);
    }

    @PUT
    public Response put(byte[] body) {
        return write("PUT", body);
    }

    @PATCH
    public Response patch(byte[] body) {
        return write("PATCH", body);
    }

    @DELETE
    public Response delete() {
        return write("DELETE", new byte[0]);
    }

    private Response write(String method, byte[] body) {
        FormTokens.check(current, headers.getHeaderString("X-Form-Token"));
        return pass(method, body == null ? new byte[0] : body);
    }

    private Response pass(String method, byte[] body) {
        try {
            var target = uri.getRequestUri().getRawPath().substring(Gate.ROOT.length())
                    + Optional.ofNullable(uri.getRequestUri().getRawQuery()).map(query -> "?" + query).orElse("");
            return show(calls.call(gate.open(method, target, asked(), body)));
        } catch (ServiceAway away) {
            return away.problem().toResponse();
        }
    }

    private Map<String, String> asked() {
        var passed = new TreeMap<String, String>();
        for (var name : ASKED) {
            Optional.ofNullable(headers.getHeaderString(name)).ifPresent(value -> passed.put(name, value));
        }
        return passed;
    }

    private static Response show(Answer answer) {
        var response = Response.status(answer.status());
        for (var name : ANSWERED) {
            answer.headers().firstValue(name.toLowerCase(Locale.ROOT))
                    .ifPresent(value -> response.header(name, value));
        }
        var empty = answer.status() == 204 || answer.status() == 304;
        return (empty ? response : response.entity(answer.body())).build();
    }
}
