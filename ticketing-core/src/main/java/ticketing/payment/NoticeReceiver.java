package ticketing.payment;

import java.util.Optional;
import java.util.UUID;

/** Takes note of what a provider says on its own, however often and in whatever order it says it (T3). */
public interface NoticeReceiver {

    void receive(Notice notice);

    /**
     * A payment is paid, or is declined.
     *
     * @param fingerprint what the provider tells the card by that paid, where it says
     */
    record Notice(String provider, String id, UUID paymentId, boolean paid, Optional<String> fingerprint) {

        public static Notice of(String provider, String id, UUID paymentId, boolean paid) {
            return new Notice(provider, id, paymentId, paid, Optional.empty());
        }
    }
}
