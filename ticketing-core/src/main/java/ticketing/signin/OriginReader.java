package ticketing.signin;

import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;

import botdefense.client.ClientRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;

/** Reads from a request where it comes from. */
@RequestScoped
class OriginReader {

    private final ClientRequest client;
    private final RoutingContext context;

    OriginReader(ClientRequest client, RoutingContext context) {
        this.client = client;
        this.context = context;
    }

    Origin read() {
        var address = client.address();
        return new Origin(address.subscriber(), address.truncated(),
                DeviceName.of(context.request().getHeader(HttpHeaderNames.USER_AGENT)),
                Optional.ofNullable(context.request().getCookie(DeviceTokens.COOKIE)).map(Cookie::getValue));
    }
}
