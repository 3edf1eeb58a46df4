package botdefense.decision;

import java.time.Duration;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How many decisions are kept for explaining them later. */
@ConfigMapping(prefix = "defense.decisions")
public interface DecisionConfig {

    /** Refusals kept, all of them up to this many. About half a kilobyte of store memory each. */
    @Min(100)
    @Max(1_000_000)
    int mostRefused();

    /** Sampled decisions that allowed, kept beside the refusals. */
    @Min(0)
    @Max(1_000_000)
    int mostAllowed();

    /** The part of the decisions that allowed which is kept, 0 to 1. Every one costs a write to the store. */
    @DecimalMin("0")
    @DecimalMax("1")
    double sampleOfAllowed();

    /**
     * Decisions a second that allowed although a rule in shadow would not have, on each instance. More shows a rule's
     * effect sooner, and costs as many writes while bots come.
     */
    @Min(0)
    @Max(10_000)
    int mostShadowPerSecond();

    /** How long a reference leads to its decision. */
    @DurationMin(minutes = 1)
    @DurationMax(days = 90)
    Duration keepFor();
}
