package botdefense.budget;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** When a rule that stands in the way of fans puts itself into shadow. How many are too many, each rule says. */
@ConfigMapping(prefix = "defense.budget")
public interface BudgetConfig {

    /** Over how long it is counted. Longer is surer, and lets a rule do harm for longer. */
    @DurationMin(minutes = 1)
    @DurationMax(hours = 24)
    Duration window();

    /** Probable fans that must have come within the window. With fewer, one of them would be too much of a share. */
    @Min(1)
    @Max(100_000)
    int fewestFans();

    /** Clients this process remembers for it; the oldest are forgotten first. */
    @Min(100)
    @Max(1_000_000)
    int mostClients();
}
