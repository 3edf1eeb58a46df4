package ticketing.page;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the shop's pages. */
@ConfigMapping(prefix = "ticketing.page")
interface PageConfig {

    /** The address fans see: what search engines and calendars are told, who know nothing of where they read it. */
    String publicUrl();

    /** Concerts on the first page before its script takes over. More makes the page heavier for everybody. */
    @WithDefault("50")
    @Min(1)
    @Max(200)
    int listed();

    /** Concerts in the calendar feed, the next first. More makes it slower for every calendar that follows it. */
    @WithDefault("200")
    @Min(1)
    @Max(5_000)
    int inCalendar();
}
