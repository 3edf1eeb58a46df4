package ticketing.order;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import ticketing.payment.NoticeReceiver;

/** Lets what a provider says on its own take effect. */
@ApplicationScoped
class ReceiveNotice implements NoticeReceiver {

    private static final Logger LOG = Logger.getLogger(ReceiveNotice.class);

    private final SettleOrder settleOrder;

    ReceiveNotice(SettleOrder settleOrder) {
        this.settleOrder = settleOrder;
    }

    @Override
    public void receive(Notice notice) {
        var settled = settleOrder.noticed(notice);
        LOG.debugf("notice provider=%s payment=%s new=%s", notice.provider(), notice.paymentId(), settled.isPresent());
    }
}
