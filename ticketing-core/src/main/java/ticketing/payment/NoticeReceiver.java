package ticketing.payment;

import java.util.UUID;

/** Takes note of what a provider says on its own, however often and in whatever order it says it (T3). */
public interface NoticeReceiver {

    void receive(Notice notice);

    /** A payment is paid, or is declined. */
    record Notice(String provider, String id, UUID paymentId, boolean paid) {}
}
