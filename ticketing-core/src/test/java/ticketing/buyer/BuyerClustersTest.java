package ticketing.buyer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import ticketing.buyer.BuyerClusters.ClusterView;

class BuyerClustersTest {

    private static final ClusterStore.Edge TABLET = new ClusterStore.Edge(Mark.Kind.DEVICE, "aa", List.of("A", "B"));
    private static final ClusterStore.Edge CARD = new ClusterStore.Edge(Mark.Kind.PAYMENT, "bb", List.of("B", "C"));
    private static final ClusterStore.Edge OWN = new ClusterStore.Edge(Mark.Kind.MAILBOX, "cc", List.of("D", "E"));

    private static final List<ClusterStore.Buyer> BUYERS = List.of(new ClusterStore.Buyer("A", "ada", 2),
            new ClusterStore.Buyer("B", "grace", 3), new ClusterStore.Buyer("C", "ada", 2),
            new ClusterStore.Buyer("D", "mary", 4), new ClusterStore.Buyer("E", "mary", 4));

    @Test
    void ordersHangTogetherOverOrdersBetweenThem() {
        assertThat(BuyerClusters.of(List.of(TABLET, CARD, OWN), BUYERS))
                .as("of one address only nobody needs to be told").singleElement()
                .isEqualTo(new ClusterView("A", 2, 5, List.of("A", "B", "C"), List.of(TABLET, CARD)));
    }

    @Test
    void withoutEdgesThereAreNone() {
        assertThat(BuyerClusters.of(List.of(), List.of())).isEmpty();
    }
}
