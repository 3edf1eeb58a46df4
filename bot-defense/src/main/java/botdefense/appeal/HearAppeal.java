package botdefense.appeal;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import botdefense.audit.DefenseAudit;
import botdefense.decision.FindDecisions;
import botdefense.store.SharedSecret;
import io.smallrye.mutiny.Uni;

/** Takes appeals against decisions, and answers them; who is right is let pass for a day. */
@ApplicationScoped
class HearAppeal {

    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final int MOST_AN_HOUR = 10;
    private static final int MOST = 20_000;

    private final AppealStore store;
    private final FindDecisions decisions;
    private final LetPass letPass;
    private final DefenseAudit audit;
    private final SharedSecret secret;
    private final InstantSource clock;

    HearAppeal(AppealStore store, FindDecisions decisions, LetPass letPass, DefenseAudit audit, SharedSecret secret,
            InstantSource clock) {
        this.store = store;
        this.decisions = decisions;
        this.letPass = letPass;
        this.audit = audit;
        this.secret = secret;
        this.clock = clock;
    }

    /** What became of an appeal. */
    sealed interface Heard {

        record Taken(Appeal appeal) implements Heard {}

        record Unknown() implements Heard {}

        record TooMany() implements Heard {}
    }

    /** One of each decision: whoever sends another gets to see the first. */
    Uni<Heard> take(String reference, String message, Long place, String subscriber) {
        return store.count(secret.pseudonym(subscriber), AN_HOUR).flatMap(count -> {
            if (count > MOST_AN_HOUR) {
                return Uni.createFrom().item(new Heard.TooMany());
            }
            return decisions.find(reference).flatMap(decision -> {
                if (decision.isEmpty()) {
                    return Uni.createFrom().item(new Heard.Unknown());
                }
                var appeal = new Appeal(reference, clock.instant(), message, decision.get().scope(), place,
                        Appeal.State.OPEN, "", "", null);
                return store.add(appeal, MOST).flatMap(added -> added
                        ? Uni.createFrom().item(Optional.of(appeal))
                        : store.find(reference))
                        .map(kept -> kept.<Heard>map(Heard.Taken::new).orElseGet(Heard.TooMany::new));
            });
        });
    }

    Uni<Optional<Appeal>> find(String reference) {
        return store.find(reference);
    }

    Uni<List<Appeal>> all() {
        return store.all();
    }

    /** Empty when there is none. Answered again, the later answer holds. */
    Uni<Optional<Appeal>> answer(String reference, boolean granted, String reason, String staff) {
        return store.find(reference).flatMap(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().item(found);
            }
            var answered = found.get().answered(granted, reason, staff, clock.instant());
            return store.replace(answered)
                    .flatMap(done -> granted ? letPass(reference, staff) : Uni.createFrom().voidItem())
                    .flatMap(done -> audit.note(staff, granted ? "appeal-granted" : "appeal-rejected", reference,
                            reason))
                    .replaceWith(Optional.of(answered));
        });
    }

    private Uni<Void> letPass(String reference, String staff) {
        return decisions.find(reference).flatMap(decision -> decision.map(made -> letPass.after(made, staff))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }
}
