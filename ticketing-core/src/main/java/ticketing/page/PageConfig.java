package ticketing.page;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the shop's pages. */
@ConfigMapping(prefix = "ticketing.page")
interface PageConfig {

    /** Concerts on the first page before its script takes over. More makes the page heavier for everybody. */
    @WithDefault("50")
    @Min(1)
    @Max(200)
    int listed();
}
