package ticketing.system;

import java.lang.management.ManagementFactory;

import jakarta.enterprise.context.ApplicationScoped;

import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import ticketing.system.InstanceReport.Load;
import ticketing.system.InstanceReport.Pool;

/** How busy this process is. */
@ApplicationScoped
class ProcessLoad {

    private static final String STREAMS = "ticketing.availability.streams";
    private static final String USED = "agroal.active.count";
    private static final String WAITING = "agroal.awaiting.count";

    private final Vertx vertx;
    private final MeterRegistry registry;
    private final int mostConnections;
    private volatile double eventLoopMillis;

    ProcessLoad(Vertx vertx, MeterRegistry registry,
            @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int mostConnections) {
        this.vertx = vertx;
        this.registry = registry;
        this.mostConnections = mostConnections;
    }

    /** The event loop's delay is that of the call before: nobody waits here for a loop that is stuck. */
    Load read() {
        var asked = System.nanoTime();
        vertx.runOnContext(ignored -> eventLoopMillis = (System.nanoTime() - asked) / 1e6);
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        var cpu = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuLoad();
        return new Load(Double.isNaN(cpu) ? 0 : Math.max(0, cpu), heap.getUsed(), heap.getMax(),
                ManagementFactory.getThreadMXBean().getThreadCount(), eventLoopMillis, gauge(STREAMS),
                new Pool(gauge(USED), mostConnections, gauge(WAITING)));
    }

    private long gauge(String name) {
        var gauge = registry.find(name).gauge();
        return gauge == null ? 0 : (long) gauge.value();
    }
}
