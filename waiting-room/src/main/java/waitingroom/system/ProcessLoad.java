package waitingroom.system;

import java.lang.management.ManagementFactory;

import jakarta.inject.Singleton;

import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import waitingroom.system.InstanceReport.Load;

/** How busy this process is. */
@Singleton
class ProcessLoad {

    private static final String STREAMS = "waiting_room.streams";

    private final Vertx vertx;
    private final MeterRegistry registry;
    private volatile double eventLoopMillis;

    ProcessLoad(Vertx vertx, MeterRegistry registry) {
        this.vertx = vertx;
        this.registry = registry;
    }

    /** The event loop's delay is that of the call before: nobody waits here for a loop that is stuck. */
    Load read() {
        var asked = System.nanoTime();
        vertx.runOnContext(ignored -> eventLoopMillis = (System.nanoTime() - asked) / 1e6);
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        var cpu = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuLoad();
        return new Load(Double.isNaN(cpu) ? 0 : Math.max(0, cpu), heap.getUsed(), heap.getMax(),
                ManagementFactory.getThreadMXBean().getThreadCount(), eventLoopMillis, streams());
    }

    private long streams() {
        var gauge = registry.find(STREAMS).gauge();
        return gauge == null ? 0 : (long) gauge.value();
    }
}
