package waitingroom.testing;

import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Tests of two instances on one Redis, all by a clock that only the test moves. */
public abstract class TwoInstances {

    protected static TestRedis redis;
    protected static AtomicLong clock;
    protected static Stores one;
    protected static Stores other;

    @BeforeAll
    static void start() {
        redis = TestRedis.started();
        clock = new AtomicLong(Stores.BEGIN.toEpochMilli());
        one = new Stores(redis, clock);
        other = new Stores(redis, clock);
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
        redis.close();
    }
}
