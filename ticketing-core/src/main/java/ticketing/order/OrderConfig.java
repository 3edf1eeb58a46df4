package ticketing.order;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How payments are followed up. */
@ConfigMapping(prefix = "ticketing.order")
interface OrderConfig {

    /** A payment without an answer this long is asked about. Longer than a charge takes. */
    @WithDefault("PT20S")
    Duration firstQuestionAfter();

    /** How long after a question or a failed refund the next try follows. */
    @WithDefault("PT10S")
    Duration askAgainAfter();
}
