package botdefense.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

import botdefense.Action;

/**
 * What every sighting weighs, how much a family may weigh together, and what is done from which risk on. Data: it is
 * read from a file or sent by an admin, and checked as a whole before it means anything.
 *
 * @param rules      by id
 * @param families   the most points all rules of a family weigh together
 * @param creditCap  the most points credits take off
 * @param hysteresis how far the risk must fall below a threshold before its measure is lifted
 * @param thresholds by action, in lower case
 */
public record Policy(Stance stance, Map<String, RuleSetting> rules, Map<String, Integer> families, int creditCap,
        int hysteresis, Map<String, Ladder> thresholds, ChallengeSetting challenge) {

    /** The most risk there is. */
    public static final int MOST = 100;

    private static final int MOST_RULES = 200;
    private static final int MOST_PUZZLES = 256;
    private static final int MOST_BITS = 24;
    private static final long MOST_WORK = 1L << 26;
    private static final int MOST_SECONDS = 3_600;
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    private static final Ladder NOTHING = new Ladder(null, null, null, null, null, null);

    public Policy {
        var mistakes = new ArrayList<Mistake>();
        if (stance == null || rules == null || families == null || thresholds == null || challenge == null) {
            throw new InvalidPolicyException(
                    List.of(new Mistake("", "stance, rules, families, thresholds and challenge "
                            + "are needed")));
        }
        check(mistakes, rules.size() <= MOST_RULES, "/rules", "are at most " + MOST_RULES);
        for (var rule : rules.entrySet()) {
            checkRule(mistakes, rule.getKey(), rule.getValue(), families);
        }
        families.forEach((family, cap) -> check(mistakes, isPoints(cap) && ID.matcher(family).matches(),
                "/families/" + family, "caps are 0 to 100"));
        check(mistakes, creditCap >= 0 && creditCap <= MOST, "/creditCap", "is 0 to 100");
        check(mistakes, hysteresis >= 0 && hysteresis <= MOST / 2, "/hysteresis", "is 0 to 50");
        thresholds.forEach((action, ladder) -> checkLadder(mistakes, action, ladder));
        checkChallenge(mistakes, challenge);
        if (!mistakes.isEmpty()) {
            throw new InvalidPolicyException(mistakes);
        }
        rules = new TreeMap<>(rules);
        families = new TreeMap<>(families);
        thresholds = new TreeMap<>(thresholds);
    }

    private static void checkRule(List<Mistake> mistakes, String id, RuleSetting rule, Map<String, Integer> families) {
        var at = "/rules/" + id;
        check(mistakes, ID.matcher(id).matches(), at, "ids are lower-case words with hyphens");
        if (rule == null || rule.family() == null || rule.mode() == null) {
            mistakes.add(new Mistake(at, "needs a family and a mode"));
            return;
        }
        check(mistakes, isPoints(rule.points()), at + "/points", "are 0 to 100");
        check(mistakes, isPoints(rule.percentage()), at + "/percentage", "is 0 to 100");
        check(mistakes, isPoints(rule.budget()), at + "/budget", "is 0 to 100");
        check(mistakes, rule.isCredit() || rule.family().equals(RuleSetting.LIMIT)
                || families.containsKey(rule.family()), at + "/family", "has no cap in families");
    }

    private static void checkLadder(List<Mistake> mistakes, String action, Ladder ladder) {
        var at = "/thresholds/" + action;
        check(mistakes, Action.of(action).map(Action::word).filter(action::equals).isPresent(), at,
                "actions are view, join, claim, hold and pay");
        if (ladder == null) {
            mistakes.add(new Mistake(at, "needs its steps"));
            return;
        }
        var above = MOST;
        for (var step : Ladder.Step.values()) {
            var from = ladder.from(step);
            if (from != null) {
                check(mistakes, from >= 0 && from <= above, at, "steps are 0 to 100, and rise from throttle to deny");
                above = from;
            }
        }
    }

    private static void checkChallenge(List<Mistake> mistakes, ChallengeSetting challenge) {
        for (var puzzle : new ChallengeSetting.Puzzle[]{ challenge.light(), challenge.medium() }) {
            check(mistakes,
                    puzzle != null && puzzle.count() >= 1 && puzzle.count() <= MOST_PUZZLES && puzzle.bits() >= 1
                            && puzzle.bits() <= MOST_BITS && puzzle.count() * (1L << puzzle.bits()) <= MOST_WORK,
                    "/challenge",
                    "puzzles have count 1 to 256, bits 1 to 24, and at most 2^26 hashes in all");
        }
        check(mistakes, challenge.seconds() >= 10 && challenge.seconds() <= MOST_SECONDS
                && challenge.waitSeconds() >= 1 && challenge.waitSeconds() < challenge.seconds(), "/challenge",
                "lasts 10 to 3600 seconds, and longer than its wait");
        check(mistakes, challenge.waitsPerMinute() >= 0 && challenge.waitsOfNetwork() >= 0
                && challenge.codesPerHour() >= 0, "/challenge", "waits and codes are not negative");
    }

    private static boolean isPoints(Integer value) {
        return value != null && value >= 0 && value <= MOST;
    }

    private static void check(List<Mistake> mistakes, boolean holds, String at, String message) {
        if (!holds) {
            mistakes.add(new Mistake(at, message));
        }
    }

    public Optional<RuleSetting> rule(String id) {
        return Optional.ofNullable(rules.get(id));
    }

    public Mode modeOf(String rule) {
        return rule(rule).map(RuleSetting::mode).orElse(Mode.OFF);
    }

    public Ladder ladder(Action action) {
        return thresholds.getOrDefault(action.word(), NOTHING);
    }

    public int capOf(String family) {
        return families.getOrDefault(family, MOST);
    }

    /** The same policy in another stance. */
    public Policy in(Stance other) {
        return new Policy(other, rules, families, creditCap, hysteresis, thresholds, challenge);
    }

    /** The same policy with one rule in shadow, and why that was. */
    public Policy demoting(String rule, String reason) {
        var changed = new TreeMap<>(rules);
        changed.computeIfPresent(rule, (id, setting) -> setting.demoted(reason));
        return new Policy(stance, changed, families, creditCap, hysteresis, thresholds, challenge);
    }

    /** What does not fit, and where (a JSON pointer). */
    public record Mistake(String at, String message) {}
}
