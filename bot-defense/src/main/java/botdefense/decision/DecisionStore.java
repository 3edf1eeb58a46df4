package botdefense.decision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import botdefense.policy.Verdict;
import botdefense.store.DefenseRedis;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.SetArgs;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XAddArgs;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/**
 * Keeps decisions in two bounded streams, refusals apart from the sample of allowed ones, so that many of the latter
 * never push out one of the former. A reference leads to its entry for as long as it is kept.
 */
@Singleton
class DecisionStore {

    private static final Logger LOG = Logger.getLogger(DecisionStore.class);

    private static final String FIELD = "decision";

    private final DefenseRedis redis;
    private final DecisionConfig config;
    private final ObjectMapper mapper;

    DecisionStore(DefenseRedis redis, DecisionConfig config, ObjectMapper mapper) {
        this.redis = redis;
        this.config = config;
        this.mapper = mapper;
    }

    /** Writes without making the request wait; a decision that cannot be kept is still carried out. */
    void keep(Decision decision) {
        var kept = Kept.of(decision.verdict());
        var most = kept == Kept.ALLOWED ? config.mostAllowed() : config.mostRefused();
        var bounded = XAddArgs.Builder.maxlen(most).approximateTrimming();
        var document = write(decision);
        redis.ask(commands -> {
            commands.set(referenceKey(decision.reference()), document, SetArgs.Builder.ex(config.keepFor()));
            return commands.xadd(kept.key, bounded, Map.of(FIELD, document));
        }).subscribe().with(ignored -> {},
                failure -> LOG.debugf("decision not kept cause=%s", failure.getClass().getSimpleName()));
    }

    Uni<Optional<Decision>> find(String reference) {
        return redis.ask(commands -> commands.get(referenceKey(reference)))
                .map(document -> Optional.ofNullable(document).map(this::read));
    }

    /** The newest first, beginning before the entry {@code after}. */
    Uni<List<Entry>> list(Optional<Kept> kept, int limit, Optional<String> after) {
        if (kept.isPresent()) {
            return list(kept.get(), limit, after);
        }
        return Uni.combine().all().unis(list(Kept.REFUSED, limit, after), list(Kept.ALLOWED, limit, after)).asTuple()
                .map(both -> Stream.concat(both.getItem1().stream(), both.getItem2().stream())
                        .sorted(Comparator.comparing(Entry::moment).reversed()).limit(limit).toList());
    }

    private Uni<List<Entry>> list(Kept kept, int limit, Optional<String> after) {
        var upTo = after.map(Range.Boundary::excluding).orElseGet(Range.Boundary::unbounded);
        var range = Range.from(Range.Boundary.<String>unbounded(), upTo);
        return redis.ask(commands -> commands.xrevrange(kept.key, range, Limit.from(limit)))
                .map(messages -> messages.stream().map(this::entry).toList());
    }

    private Entry entry(StreamMessage<String, byte[]> message) {
        return new Entry(message.getId(), read(message.getBody().get(FIELD)));
    }

    private byte[] write(Decision decision) {
        try {
            return mapper.writeValueAsBytes(decision);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("decision is no JSON", e);
        }
    }

    private Decision read(byte[] document) {
        try {
            return mapper.readValue(document, Decision.class);
        } catch (IOException e) {
            throw new UncheckedIOException("stored decision is unreadable", e);
        }
    }

    private static String referenceKey(String reference) {
        return "defense:decision:" + reference;
    }

    /** Which of the two streams. */
    enum Kept {
        ALLOWED("defense:decisions:allowed"), REFUSED("defense:decisions:refused");

        private final String key;

        Kept(String key) {
            this.key = key;
        }

        static Kept of(Verdict verdict) {
            return verdict == Verdict.ALLOW ? ALLOWED : REFUSED;
        }
    }

    /** A decision and its position in the list. */
    record Entry(String position, Decision decision) {

        /** A position is milliseconds, a hyphen, and a counter within them. */
        BigDecimal moment() {
            var parts = position.split("-", 2);
            return new BigDecimal(parts[0]).add(new BigDecimal(parts[1]).movePointLeft(9));
        }
    }
}
