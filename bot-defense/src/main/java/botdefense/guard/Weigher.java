package botdefense.guard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import botdefense.Action;
import botdefense.budget.WatchBudgets;
import botdefense.list.ListKind;
import botdefense.list.Listed;
import botdefense.list.Lists;
import botdefense.mail.Mails;
import botdefense.mark.Marks;
import botdefense.network.Networks;
import botdefense.policy.Ladder.Step;
import botdefense.policy.Mode;
import botdefense.policy.Policy;
import botdefense.policy.RuleSetting;
import botdefense.policy.Stance;
import botdefense.score.Assessment;
import botdefense.score.Scorer;
import botdefense.score.Sighting;
import botdefense.score.Signal;
import botdefense.store.StoreHealth;
import io.quarkus.arc.All;

/** Hears the witnesses and has the scorer weigh what they say; what comes of it depends on how the defense stands. */
@Singleton
class Weigher {

    private static final int LOTS = 100;
    private static final Duration PAUSE = Duration.ofSeconds(6);
    private static final Duration PROVEN_FOR = Duration.ofDays(7);
    private static final int CREATED = 201;

    private final List<Witness> witnesses;
    private final Lists lists;
    private final Networks networks;
    private final StoreHealth health;
    private final DecisionMeters meters;
    private final Standing standing;
    private final Marks marks;
    private final WatchBudgets budgets;

    Weigher(@All List<Witness> witnesses, Lists lists, Networks networks, StoreHealth health,
            DecisionMeters meters, Standing standing, Marks marks, WatchBudgets budgets) {
        this.witnesses = witnesses;
        this.lists = lists;
        this.networks = networks;
        this.health = health;
        this.meters = meters;
        this.standing = standing;
        this.marks = marks;
        this.budgets = budgets;
    }

    boolean isAllowListed(Inquiry inquiry) {
        return lists.hasAny(ListKind.ALLOW) && lists.allowing(listed(inquiry)).isPresent();
    }

    private Listed listed(Inquiry inquiry) {
        var bytes = inquiry.address().bytes();
        return new Listed(bytes, networks.find(bytes).number(), inquiry.deviceKey(), inquiry.mail().map(Mails::hash));
    }

    Assessment weigh(Policy policy, Inquiry inquiry, List<Sighting> found) {
        if (policy.stance() == Stance.OFF || inquiry.headers().isEmpty() && found.isEmpty()) {
            return Scorer.assess(policy, inquiry.action(), List.of(), Step.NONE, 0);
        }
        var seen = new ArrayList<>(found);
        for (var witness : witnesses) {
            seen.addAll(witness.look(inquiry));
        }
        if (lists.hasAny(ListKind.BLOCK)) {
            lists.blocking(listed(inquiry)).ifPresent(entry -> seen.add(Sighting.of("block-list", entry.id())));
        }
        var subject = inquiry.subject();
        return Scorer.assess(policy, inquiry.action(), seen, standing.of(subject, inquiry.action()),
                Math.floorMod(subject.hashCode(), LOTS));
    }

    /** The step that is taken. Nobody is refused by score while the store is away: too much is not known then. */
    Step enforced(Policy policy, Inquiry inquiry, Assessment assessment) {
        if (inquiry.headers().isEmpty()) {
            return Step.NONE;
        }
        var step = assessment.enforced().step();
        standing.remember(inquiry.subject(), inquiry.action(), step);
        if (!health.isUp()) {
            return isBlocked(assessment) ? step : Step.NONE;
        }
        var least = inquiry.action() == Action.JOIN ? leastToJoin(policy.stance()) : Step.NONE;
        var harder = step.ordinal() < least.ordinal() ? step : least;
        return switch (policy.stance()) {
            case OFF, SHADOW -> Step.NONE;
            case NORMAL, HIGH_DEMAND, UNDER_ATTACK -> harder != Step.THROTTLE
                    ? harder
                    : standing.mayGoOn(inquiry.subject()) ? Step.NONE : Step.THROTTLE;
        };
    }

    private static Step leastToJoin(Stance stance) {
        return switch (stance) {
            case OFF, SHADOW, NORMAL -> Step.NONE;
            case HIGH_DEMAND -> Step.LIGHT;
            case UNDER_ATTACK -> Step.MEDIUM;
        };
    }

    private static boolean isBlocked(Assessment assessment) {
        return assessment.signals().stream().anyMatch(signal -> signal.id().equals("block-list"));
    }

    Duration pause() {
        return PAUSE;
    }

    /** The family that weighs most, in the words a fan is told. */
    String reason(Policy policy, Assessment assessment) {
        return assessment.signals().stream()
                .filter(signal -> signal.mode() == Mode.ENFORCE && !signal.family().equals(RuleSetting.CREDIT))
                .max(Comparator.comparingInt(Signal::points))
                .map(signal -> switch (signal.family()) {
                    case "list" -> "blocked";
                    case "declaration", "runtime" -> "automated";
                    case "network", "velocity" -> "too-many";
                    case "identity", "inventory" -> "behaviour";
                    default -> "suspicious";
                }).orElse("suspicious");
    }

    /** Whoever bought is a probable fan: what stood in their way is held against the rules that did. */
    void learn(Inquiry inquiry, int status) {
        witnesses.forEach(witness -> witness.learn(inquiry, status));
        if (inquiry.action() == Action.PAY && status == CREATED) {
            marks.add(inquiry.subject(), WatchBudgets.PROVEN, "bought tickets before", PROVEN_FOR);
        }
    }

    void count(Inquiry inquiry, Step step, Assessment assessment) {
        if (assessment.signals().stream().anyMatch(signal -> signal.id().equals(WatchBudgets.PROVEN))) {
            budgets.proven(inquiry.subject());
        }
        if (step != Step.NONE) {
            budgets.met(inquiry.subject(), assessment.signals().stream()
                    .filter(signal -> signal.mode() == Mode.ENFORCE && signal.points() > 0).map(Signal::id)
                    .collect(Collectors.toSet()));
        }
        meters.count(inquiry.action(), step.verdict(), assessment.full().step().verdict());
        assessment.signals().forEach(meters::count);
    }

    /** What would be seen of a request that is only described; nothing is counted or remembered. */
    Stream<Sighting> peek(Inquiry inquiry) {
        var blocked = lists.peek(ListKind.BLOCK, listed(inquiry))
                .map(entry -> Sighting.of("block-list", entry.id()));
        return Stream.concat(
                witnesses.stream().filter(Witness::isPure).flatMap(witness -> witness.look(inquiry).stream()),
                blocked.stream());
    }

    boolean isAllowed(Inquiry inquiry) {
        return lists.peek(ListKind.ALLOW, listed(inquiry)).isPresent();
    }
}
