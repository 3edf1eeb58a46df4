package botdefense.appeal;

import java.time.Duration;
import java.time.InstantSource;

import jakarta.enterprise.context.ApplicationScoped;

import botdefense.budget.WatchBudgets;
import botdefense.decision.Decision;
import botdefense.list.KeepLists;
import botdefense.list.ListKind;
import botdefense.mark.Marks;
import io.smallrye.mutiny.Uni;

/** Lets a device pass that was wrongly stopped, and remembers that the rules stopped a fan. */
@ApplicationScoped
class LetPass {

    private static final Duration PASSES_FOR = Duration.ofDays(1);

    private final KeepLists lists;
    private final Marks marks;
    private final InstantSource clock;

    LetPass(KeepLists lists, Marks marks, InstantSource clock) {
        this.lists = lists;
        this.marks = marks;
        this.clock = clock;
    }

    Uni<Void> after(Decision decision, String staff) {
        if (decision.device() == null || decision.device().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        marks.add(decision.device(), WatchBudgets.PROVEN, "an appeal was granted", PASSES_FOR);
        return lists.add(new KeepLists.Wish(ListKind.ALLOW, decision.device(), "appeal " + decision.reference(),
                clock.instant().plus(PASSES_FOR), false), staff).replaceWithVoid();
    }
}
