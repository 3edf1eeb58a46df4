package ticketing.payment;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;

/** How fans can pay here. */
@Path("/api/ticketing/payments/methods")
class PaymentMethodsResource {

    private final PaymentProviders providers;

    PaymentMethodsResource(PaymentProviders providers) {
        this.providers = providers;
    }

    @GET
    public Response list() {
        var methods = providers.offered().stream()
                .map(provider -> new Method(provider.method(), provider.publicKey().orElse(null))).toList();
        return Response.ok(new Methods(methods)).header("Cache-Control", "public, max-age=60").build();
    }

    record Methods(List<Method> methods) {}

    /** @param publicKey what the provider's script in the browser wants; not for every method */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Method(String method, String publicKey) {}
}
