package operation.bench;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** For benchmarks only. */
@ConfigMapping(prefix = "operation.bench")
public interface BenchConfig {

    /** Whether there is an address that does nothing, to compare others with. Off wherever fans are. */
    @WithDefault("false")
    boolean emptyEndpoint();
}
