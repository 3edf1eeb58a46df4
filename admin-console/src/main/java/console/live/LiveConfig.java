package console.live;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much the console reads on behalf of pages that stand open. */
@ConfigMapping(prefix = "console.live")
interface LiveConfig {

    /** Addresses one page may watch at once. */
    @WithDefault("24")
    @Min(1)
    @Max(100)
    int watchesPerPage();

    /** Addresses watched at once, by all pages; each is read once per period however many tabs show it. */
    @WithDefault("2000")
    @Min(10)
    @Max(100000)
    int watchesInAll();
}
