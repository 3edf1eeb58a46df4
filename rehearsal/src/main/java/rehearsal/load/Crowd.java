package rehearsal.load;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** Fans one after another, each of whom sends one request and hears its answer. */
public final class Crowd implements Requests {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    /** The longest pause between the two steps of joining that the waiting room asks for, and a little more. */
    private static final Duration BETWEEN_STEPS = Duration.ofMillis(1_400);

    private final List<Fan> fans;
    private final Function<Fan, byte[]> request;
    private final Fan[] asking;
    private int next;

    public Crowd(List<Fan> fans, int connections, Function<Fan, byte[]> request) {
        this.fans = fans;
        this.request = request;
        this.asking = new Fan[connections];
    }

    @Override
    public byte[] next(int connection) {
        if (next == fans.size()) {
            return null;
        }
        asking[connection] = fans.get(next++);
        return request.apply(asking[connection]);
    }

    @Override
    public void answered(int connection, Answer answer) {
        asking[connection].learn(answer);
    }

    /** Takes all of them through the first step of joining, and waits until they may take the second. */
    public static Slice welcome(LoadClient client, int connections, int port, String release, List<Fan> fans)
            throws IOException {
        var slice = client.run(new Crowd(fans, connections, fan -> fan.join(port, Fan.visitors(release))), LONGEST);
        require(slice, 202, fans.size());
        pause(BETWEEN_STEPS);
        return slice;
    }

    /** Takes all of them through the second step. */
    public static Slice join(LoadClient client, int connections, int port, String release, List<Fan> fans)
            throws IOException {
        var slice = client.run(new Crowd(fans, connections, fan -> fan.join(port, Fan.visitors(release))), LONGEST);
        require(slice, 201, fans.size());
        return slice;
    }

    /** A figure that rests on refusals is none. */
    public static void require(Slice slice, int status, long least) throws IOException {
        if (slice.with(status) < least) {
            throw new IOException("expected %d answers %d, got %s".formatted(least, status, slice.statuses()));
        }
    }

    public static void pause(Duration asked) {
        var until = System.nanoTime() + asked.toNanos();
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }
}
