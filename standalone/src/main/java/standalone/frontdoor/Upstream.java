package standalone.frontdoor;

import java.util.concurrent.atomic.AtomicBoolean;

/** One instance of a service behind the front door, and whether it was last seen ready. */
public final class Upstream {

    private final String name;
    private final int port;
    private final AtomicBoolean ready = new AtomicBoolean();

    public Upstream(String name, int port) {
        this.name = name;
        this.port = port;
    }

    String name() {
        return name;
    }

    int port() {
        return port;
    }

    boolean ready() {
        return ready.get();
    }

    /** Says so before the probe has found out. */
    public void isReady() {
        seen(true);
    }

    /** @return whether that is news */
    boolean seen(boolean isReady) {
        return ready.getAndSet(isReady) != isReady;
    }
}
