package ticketing.payment;

import java.util.List;
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

    /** Whoever payments of that method are at, offered still or not. */
    public Optional<PaymentProvider> find(String method) {
        return providers.stream().filter(provider -> provider.method().equals(method)).findFirst();
    }

    /** Whoever takes new payments by that method. */
    public Optional<PaymentProvider> findOffered(String method) {
        return find(method).filter(PaymentProvider::offered);
    }

    List<PaymentProvider> offered() {
        return providers.stream().filter(PaymentProvider::offered).toList();
    }
}
