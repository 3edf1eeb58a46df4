package ticketing.payment;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Payments by Stripe. Without a secret key there are none. */
@ConfigMapping(prefix = "ticketing.payment.stripe")
interface StripeConfig {

    /** Stripe's secret key, {@code sk_...}; with it fans can pay by card, and the demo method is off unless set. */
    Optional<String> secretKey();

    /** The publishable key, {@code pk_...}, which the shop's page hands to Stripe's script. */
    Optional<String> publishableKey();

    /** Secrets of the webhook endpoint, {@code whsec_...}; two while one takes over from the other. */
    Optional<List<String>> webhookSecrets();

    /** Where Stripe is; another address is for tests. */
    @WithDefault("https://api.stripe.com")
    URI apiUrl();

    /** How long a call may take. A charge is two of them, and must end before the first question about it. */
    @WithDefault("PT8S")
    Duration timeout();

    /** The oldest signed notice that is taken, and how far its clock may run ahead. */
    @WithDefault("PT5M")
    Duration noticeTolerance();
}
