package botdefense.policy;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import botdefense.audit.DefenseAudit;
import io.smallrye.mutiny.Uni;

/** Puts policies in force: new ones, earlier ones, and the one of now in another stance. */
@ApplicationScoped
public class ChangePolicy {

    private final PolicyStore store;
    private final PolicyBoard board;
    private final DefenseAudit audit;
    private final InstantSource clock;

    ChangePolicy(PolicyStore store, PolicyBoard board, DefenseAudit audit, InstantSource clock) {
        this.store = store;
        this.board = board;
        this.audit = audit;
        this.clock = clock;
    }

    /** The version in force, as the store knows it. */
    Uni<PolicyVersion> current() {
        return board.refresh().map(done -> board.current());
    }

    /** Empty when another version is in force than the one it was made from. */
    Uni<Optional<PolicyVersion>> put(PolicyVersion base, Policy policy, String author, String comment) {
        return store.all().flatMap(all -> {
            var highest = all.isEmpty() ? base.version() : Math.max(base.version(), all.getFirst().version());
            var next = new PolicyVersion(highest + 1, clock.instant(), author, comment, policy);
            return store.save(base, next).flatMap(saved -> {
                if (!saved) {
                    return Uni.createFrom().item(Optional.<PolicyVersion>empty());
                }
                board.show(next);
                return audit.note(author, "policy-put", "version " + next.version(), describe(base, next))
                        .replaceWith(Optional.of(next));
            });
        });
    }

    private static String describe(PolicyVersion base, PolicyVersion next) {
        var changes = PolicyDiff.between(base.policy(), next.policy()).stream()
                .map(change -> change.at() + " " + change.before() + " -> " + change.after()).toList();
        return next.comment() + " " + String.join("; ", changes);
    }

    /** Puts a version in force again; empty when there is none of that number. */
    Uni<Optional<PolicyVersion>> activate(int version, String author) {
        return find(version).flatMap(found -> {
            if (found.isEmpty() || found.get().version() == board.current().version()) {
                return Uni.createFrom().item(found);
            }
            return store.activate(version).flatMap(activated -> {
                board.show(found.get());
                return audit.note(author, "policy-activated", "version " + version, "")
                        .replaceWith(found);
            });
        });
    }

    /** A version by its number; empty when there is none. */
    public Uni<Optional<PolicyVersion>> find(int version) {
        return store.find(version).map(found -> found
                .or(() -> version == 1 ? Optional.of(board.first()) : Optional.empty()));
    }

    Uni<List<PolicyVersion>> versions() {
        return store.all().map(all -> all.isEmpty() ? List.of(board.first()) : all);
    }

    /** Changes the stance of whatever is in force, however often others change it meanwhile. */
    Uni<PolicyVersion> stand(Stance stance, String author, String reason) {
        return current().flatMap(base -> put(base, base.policy().in(stance), author, reason))
                .flatMap(put -> put.map(version -> Uni.createFrom().item(version))
                        .orElseGet(() -> stand(stance, author, reason)));
    }

    /** Puts a rule that does harm into shadow; whether it was this call that did. */
    public Uni<Boolean> demote(String rule, String reason) {
        return current().flatMap(base -> base.policy().modeOf(rule) == Mode.ENFORCE
                ? put(base,
                        base.policy().demoting(rule, clock.instant().truncatedTo(ChronoUnit.SECONDS) + " " + reason),
                        "defense", rule + " put itself into shadow: " + reason)
                        .flatMap(put -> put.isEmpty()
                                ? Uni.createFrom().item(false)
                                : audit.note("defense", "rule-demoted", rule, reason).replaceWith(true))
                : Uni.createFrom().item(false));
    }
}
