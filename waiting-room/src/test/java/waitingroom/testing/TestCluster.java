package waitingroom.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Three masters that share the 16,384 slots between them, as a Redis Cluster. */
public final class TestCluster implements AutoCloseable {

    private static final int NODES = 3;
    private static final int SLOTS = 16_384;

    private final List<TestRedis> nodes;

    private TestCluster(List<TestRedis> nodes) {
        this.nodes = nodes;
    }

    public static TestCluster started() {
        var nodes = IntStream.range(0, NODES).mapToObj(i -> TestRedis.started("--cluster-enabled", "yes",
                "--cluster-node-timeout", "2000", "--cluster-require-full-coverage", "no")).toList();
        for (var i = 0; i < NODES; i++) {
            nodes.get(i).ask("CLUSTER", "SET-CONFIG-EPOCH", Integer.toString(i + 1));
            nodes.get(i).ask(slotsOf(i));
            nodes.getFirst().ask("CLUSTER", "MEET", "127.0.0.1", Integer.toString(nodes.get(i).port()));
        }
        Room.await("the cluster has formed", () -> nodes.stream().map(node -> node.ask("CLUSTER", "INFO"))
                .allMatch(info -> info.contains("cluster_state:ok") && info.contains("cluster_slots_ok:" + SLOTS)));
        return new TestCluster(nodes);
    }

    private static String[] slotsOf(int node) {
        var command = new ArrayList<>(List.of("CLUSTER", "ADDSLOTS"));
        IntStream.range(0, SLOTS).filter(slot -> slot % NODES == node).mapToObj(Integer::toString)
                .forEach(command::add);
        return command.toArray(String[]::new);
    }

    public List<TestRedis> nodes() {
        return nodes;
    }

    /** The node that holds the keys of that hash tag. */
    public TestRedis nodeOf(String tag) {
        return nodes.get(Integer.parseInt(nodes.getFirst().ask("CLUSTER", "KEYSLOT", "{" + tag + "}")) % NODES);
    }

    public String urls() {
        return nodes.stream().map(TestRedis::url).collect(Collectors.joining(","));
    }

    @Override
    public void close() {
        Stream.of(nodes).flatMap(List::stream).forEach(TestRedis::close);
    }
}
