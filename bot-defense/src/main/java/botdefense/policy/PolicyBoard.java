package botdefense.policy;

import java.time.Instant;
import java.util.Optional;

import jakarta.inject.Singleton;

import botdefense.store.DefenseData;
import botdefense.store.Refreshed;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/** The policy in force, known by heart. While the store is away, the last one known stays. */
@Singleton
public class PolicyBoard implements Refreshed {

    private static final Logger LOG = Logger.getLogger(PolicyBoard.class);

    private final PolicyStore store;
    private final PolicyVersion first;
    private volatile PolicyVersion current;

    PolicyBoard(PolicyStore store, DefenseData data) {
        this.store = store;
        var own = data.folder().map(folder -> folder.resolve("policy.yaml")).filter(java.nio.file.Files::exists);
        first = new PolicyVersion(1, Instant.EPOCH, "built-in", "",
                own.map(PolicyReader::of).orElseGet(PolicyReader::builtIn));
        current = first;
    }

    public PolicyVersion current() {
        return current;
    }

    public Policy policy() {
        return current.policy();
    }

    /** What is in force as long as nobody put anything else. */
    PolicyVersion first() {
        return first;
    }

    void show(PolicyVersion version) {
        current = version;
    }

    @Override
    public Uni<Void> refresh() {
        return store.active().flatMap(active -> {
            var number = active.orElse(1);
            if (number == current.version()) {
                return Uni.createFrom().voidItem();
            }
            return active.isEmpty()
                    ? Uni.createFrom().item(() -> shown(Optional.of(first)))
                    : store.find(number).map(this::shown);
        });
    }

    private Void shown(Optional<PolicyVersion> version) {
        version.ifPresent(found -> {
            current = found;
            LOG.infof("policy in force version=%d author=%s", found.version(), found.author());
        });
        return null;
    }
}
