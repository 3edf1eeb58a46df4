package ticketing.system;

import jakarta.inject.Singleton;

import operation.instance.ProcessLoad;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import ticketing.system.Load.Pool;

/** Reads how busy this process is. */
@Singleton
class MeasureLoad {

    private static final String STREAMS = "ticketing.availability.streams";
    private static final String USED = "agroal.active.count";
    private static final String WAITING = "agroal.awaiting.count";

    private final ProcessLoad process;
    private final int mostConnections;

    MeasureLoad(ProcessLoad process,
            @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int mostConnections) {
        this.process = process;
        this.mostConnections = mostConnections;
    }

    Load now() {
        var figures = process.read();
        var pool = new Pool(process.gauge(USED), mostConnections, process.gauge(WAITING));
        return new Load(figures.cpu(), figures.heapUsed(), figures.heapMost(), figures.threads(),
                figures.eventLoopMillis(), process.gauge(STREAMS), pool);
    }
}
