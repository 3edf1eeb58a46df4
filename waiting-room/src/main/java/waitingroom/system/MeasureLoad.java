package waitingroom.system;

import jakarta.inject.Singleton;

import operation.instance.ProcessLoad;

/** Reads how busy this process is. */
@Singleton
class MeasureLoad {

    private static final String STREAMS = "waiting_room.streams";

    private final ProcessLoad process;

    MeasureLoad(ProcessLoad process) {
        this.process = process;
    }

    Load now() {
        var figures = process.read();
        return new Load(figures.cpu(), figures.heapUsed(), figures.heapMost(), figures.threads(),
                figures.eventLoopMillis(), process.gauge(STREAMS));
    }
}
