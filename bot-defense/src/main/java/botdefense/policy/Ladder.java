package botdefense.policy;

/**
 * From which risk on an action meets which measure; a step that is left out is never taken.
 *
 * @param challenge a light puzzle
 * @param medium    a medium one
 * @param other     a code that is mailed; no work and no wait takes its place
 */
public record Ladder(Integer throttle, Integer challenge, Integer medium, Integer other, Integer review,
        Integer deny) {

    /** The step of a risk; steps up to {@code held} are left only below their threshold less {@code hysteresis}. */
    public Step stepOf(int risk, Step held, int hysteresis) {
        for (var step : Step.values()) {
            var from = from(step);
            if (from != null && risk >= (step.ordinal() >= held.ordinal() ? from - hysteresis : from)) {
                return step;
            }
        }
        return Step.NONE;
    }

    Integer from(Step step) {
        return switch (step) {
            case DENY -> deny;
            case REVIEW -> review;
            case OTHER -> other;
            case MEDIUM -> medium;
            case LIGHT -> challenge;
            case THROTTLE -> throttle;
            case NONE -> null;
        };
    }

    /** A step of the ladder, the hardest first. */
    public enum Step {
        DENY(Verdict.DENY), REVIEW(Verdict.REVIEW), OTHER(Verdict.CHALLENGE), MEDIUM(Verdict.CHALLENGE), LIGHT(
                Verdict.CHALLENGE), THROTTLE(
                        Verdict.THROTTLE), NONE(Verdict.ALLOW);

        private final Verdict verdict;

        Step(Verdict verdict) {
            this.verdict = verdict;
        }

        public Verdict verdict() {
            return verdict;
        }
    }
}
