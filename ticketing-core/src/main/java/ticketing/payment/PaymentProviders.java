package ticketing.payment;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

/** The providers there are, by the name of their method. */
@ApplicationScoped
public class PaymentProviders {

    private final Instance<PaymentProvider> providers;

    PaymentProviders(@Any Instance<PaymentProvider> providers) {
        this.providers = providers;
    }

    public Optional<PaymentProvider> find(String method) {
        return providers.stream().filter(provider -> provider.method().equals(method)).findFirst();
    }
}
