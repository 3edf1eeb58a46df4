package ticketing.buyer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ticketing.audit.AuditTrail;
import ticketing.buyer.BuyerClusters.ClusterView;

/** What an admin sees of buyers who are taken for one, and takes back where they are several. */
@ApplicationScoped
class SeparateBuyers {

    private final ClusterStore store;
    private final AuditTrail audit;

    SeparateBuyers(ClusterStore store, AuditTrail audit) {
        this.store = store;
        this.audit = audit;
    }

    @Transactional
    List<ClusterView> clusters(String event) {
        var edges = store.edges(event);
        var orders = edges.stream().flatMap(edge -> edge.orders().stream()).distinct().toList();
        return BuyerClusters.of(edges, store.buyers(orders));
    }

    @Transactional
    List<ClusterStore.Cut> cuts(String event) {
        return store.cuts(event);
    }

    /** From now on those who share the mark are different buyers. False when nobody has it, or it was cut before. */
    @Transactional
    boolean cut(WhichMark which, String reason, UUID by) {
        var cut = store.cut(which.event(), which.mark(), reason, by);
        if (cut) {
            audit.record(by, Optional.of(which.organization()), "buyers.separated", which.event(),
                    Map.of("kind", which.mark().kind(), "mark", which.mark().digest(), "reason", reason));
        }
        return cut;
    }

    /** The mark links again. */
    @Transactional
    boolean mend(WhichMark which, UUID by) {
        var mended = store.mend(which.event(), which.mark());
        if (mended) {
            audit.record(by, Optional.of(which.organization()), "buyers.linked", which.event(),
                    Map.of("kind", which.mark().kind(), "mark", which.mark().digest()));
        }
        return mended;
    }

    /** A mark at an event of an organization. */
    record WhichMark(String organization, String event, Mark mark) {}
}
