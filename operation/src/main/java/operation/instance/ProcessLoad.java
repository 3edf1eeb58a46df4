package operation.instance;

import java.lang.management.ManagementFactory;

import jakarta.inject.Singleton;

import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;

/** How busy this process is. */
@Singleton
public class ProcessLoad {

    private final Vertx vertx;
    private final MeterRegistry registry;
    private volatile double eventLoopMillis;

    ProcessLoad(Vertx vertx, MeterRegistry registry) {
        this.vertx = vertx;
        this.registry = registry;
    }

    /** The event loop's delay is that of the call before: nobody waits here for a loop that is stuck. */
    public Figures read() {
        var asked = System.nanoTime();
        vertx.runOnContext(ignored -> eventLoopMillis = (System.nanoTime() - asked) / 1e6);
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        var cpu = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuLoad();
        return new Figures(Double.isNaN(cpu) ? 0 : Math.max(0, cpu), heap.getUsed(), heap.getMax(),
                ManagementFactory.getThreadMXBean().getThreadCount(), eventLoopMillis);
    }

    /** What a gauge says, in whole numbers; 0 before there is one. */
    public long gauge(String name) {
        var gauge = registry.find(name).gauge();
        return gauge == null ? 0 : (long) gauge.value();
    }

    /**
     * @param cpu             share of all cores of the machine this process uses, 0 to 1
     * @param eventLoopMillis how long a piece of work waited for its event loop a moment ago
     */
    public record Figures(double cpu, long heapUsed, long heapMost, int threads, double eventLoopMillis) {}
}
