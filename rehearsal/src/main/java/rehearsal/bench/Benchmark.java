package rehearsal.bench;

import java.io.IOException;

/** One thing measured, beside what it is measured against. */
interface Benchmark {

    /** What it is asked for by on the command line. */
    String name();

    /** What it measures, in a line. */
    String about();

    Result run(Workshop workshop) throws IOException;
}
