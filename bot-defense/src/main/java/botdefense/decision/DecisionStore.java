package botdefense.decision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

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
@ApplicationScoped
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
        var most = decision.verdict() == Verdict.ALLOW ? config.mostAllowed() : config.mostRefused();
        var bounded = XAddArgs.Builder.maxlen(most).approximateTrimming();
        var document = write(decision);
        redis.ask(commands -> {
            commands.set(referenceKey(decision.reference()), document, SetArgs.Builder.ex(config.keepFor()));
            return commands.xadd(streamKey(decision.verdict()), bounded, Map.of(FIELD, document));
        }).subscribe().with(ignored -> {},
                failure -> LOG.debugf("decision not kept cause=%s", failure.getClass().getSimpleName()));
    }

    Uni<Optional<Decision>> find(String reference) {
        return redis.ask(commands -> commands.get(referenceKey(reference)))
                .map(document -> Optional.ofNullable(document).map(this::read));
    }

    /** The newest first, beginning before the entry {@code after}. */
    Uni<List<Entry>> list(Verdict verdict, int limit, Optional<String> after) {
        var upTo = after.map(Range.Boundary::excluding).orElseGet(Range.Boundary::unbounded);
        var range = Range.from(Range.Boundary.<String>unbounded(), upTo);
        return redis.ask(commands -> commands.xrevrange(streamKey(verdict), range, Limit.from(limit)))
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

    private static String streamKey(Verdict verdict) {
        return switch (verdict) {
            case ALLOW -> "defense:decisions:allowed";
            case THROTTLE -> "defense:decisions:refused";
        };
    }

    private static String referenceKey(String reference) {
        return "defense:decision:" + reference;
    }

    /** A decision and its position in the list. */
    record Entry(String position, Decision decision) {}
}
