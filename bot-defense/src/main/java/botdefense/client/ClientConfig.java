package botdefense.client;

import java.util.List;

import io.smallrye.config.ConfigMapping;

/** Whom the service believes about where a request came from. */
@ConfigMapping(prefix = "defense.client")
public interface ClientConfig {

    /**
     * Networks (CIDR) of the proxies in front of the service. Only what they say about the client's address, host and
     * scheme is believed. A network too many lets clients forge their address; one too few makes all fans behind that
     * proxy share one address and its limit.
     */
    List<String> trustedProxies();
}
