package waitingroom.testing;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Puts a Redis Cluster in the place of the one Redis; the rest stays as {@link RoomTestResource} has it. */
public class ClusterTestResource implements QuarkusTestResourceLifecycleManager {

    private static TestCluster cluster;

    public static TestCluster cluster() {
        return cluster;
    }

    @Override
    public Map<String, String> start() {
        cluster = TestCluster.started();
        return Map.of("REDIS_URL", cluster.urls(), "REDIS_CLIENT_TYPE", "cluster");
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }
}
