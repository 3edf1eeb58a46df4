package operation.instance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

/**
 * The instances of this service that are heard of, this one among them.
 *
 * @param <S> what instances of this service tell
 */
public final class Instances<S extends LifeSign<S>> {

    private static final Duration SILENT_AFTER = Duration.ofSeconds(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private final Roll roll;
    private final BiFunction<Instant, Double, S> own;
    private final ObjectMapper json;
    private final ObjectReader reader;

    /**
     * Another version of the service, while it is rolled out or back, may tell more than this one knows.
     *
     * @param own what this instance tells, at a moment of the store's clock and by how many milliseconds the store took
     *            to tell it
     */
    public Instances(Roll roll, BiFunction<Instant, Double, S> own, ObjectMapper json, Class<S> told) {
        this.roll = roll;
        this.own = own;
        this.json = json;
        this.reader = json.readerFor(told).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** Where the instances of one service tell of themselves, on a clock that is the same for all of them. */
    public interface Roll {

        Instant now();

        void put(String id, String sign);

        void remove(String id);

        List<String> all();
    }

    /** Tells the others of this instance, and forgets its former lives, and those nobody has heard of for long. */
    public void announce() {
        var asked = System.nanoTime();
        var now = roll.now();
        var millis = (System.nanoTime() - asked) / 1e6;
        var present = own.apply(now, millis);
        roll.put(present.id(), write(present));
        parseAll(roll.all()).stream()
                .filter(sign -> isFormerLife(sign, present) || isForgotten(sign, now))
                .forEach(gone -> roll.remove(gone.id()));
    }

    /** Of two processes at one address the one that was there before is dead. */
    private static boolean isFormerLife(LifeSign<?> sign, LifeSign<?> present) {
        return sign.name().equals(present.name()) && !sign.id().equals(present.id())
                && sign.startedAt().isBefore(present.startedAt());
    }

    private static boolean isForgotten(LifeSign<?> sign, Instant now) {
        return sign.seenAt().isBefore(now.minus(FORGOTTEN_AFTER));
    }

    /** This instance stops, and nobody shall wonder where it is. */
    public void leave(String id) {
        roll.remove(id);
    }

    /** Silent ones too, by name. */
    public List<S> all(Instant now) {
        return parseAll(roll.all()).stream()
                .map(sign -> sign.seenAt().isBefore(now.minus(SILENT_AFTER)) ? sign.silent() : sign)
                .sorted(Comparator.<S, String>comparing(LifeSign::name).thenComparing(LifeSign::startedAt)).toList();
    }

    private List<S> parseAll(List<String> documents) {
        var signs = new ArrayList<S>();
        for (var document : documents) {
            try {
                signs.add(reader.readValue(document));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("what an instance told is unreadable", e);
            }
        }
        return signs;
    }

    private String write(S sign) {
        try {
            return json.writeValueAsString(sign);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what this instance tells cannot be written", e);
        }
    }
}
