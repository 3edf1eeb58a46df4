package waitingroom.release;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

import jakarta.inject.Singleton;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import waitingroom.draw.Commitment;
import waitingroom.draw.Seeds;
import waitingroom.release.Release.AccessCodes;
import waitingroom.release.Release.Binding;
import waitingroom.release.Release.Mode;
import waitingroom.release.Release.Policy;
import waitingroom.store.LuaScript;
import waitingroom.store.ScriptStore;

/** The definitions of releases in Redis, each a hash whose fields the scripts of the queue read themselves. */
@Singleton
public class ReleaseStore {

    private static final LuaScript SAVE_RELEASE = LuaScript.named("save_release");

    /** All releases there are. An id without a definition is a creation or deletion cut short; it is passed over. */
    private static final String INDEX = "waiting-room:releases";

    private final ScriptStore scripts;
    private final Seeds seeds;

    public ReleaseStore(ScriptStore scripts, Seeds seeds) {
        this.scripts = scripts;
        this.seeds = seeds;
    }

    public Optional<StoredRelease> find(String id) {
        return read(id, scripts.send(Command.HGETALL, new ReleaseKeys(id).definition()));
    }

    List<StoredRelease> findAll() {
        return ids().stream().map(this::find).flatMap(Optional::stream).toList();
    }

    /** The ids of all releases there are, and perhaps of some that were just deleted. */
    public List<String> ids() {
        var index = scripts.send(Command.SMEMBERS, INDEX);
        return StreamSupport.stream(index.spliterator(), false).map(Response::toString).toList();
    }

    /** Creates a release, unless there is one of its id. */
    public SaveOutcome create(Release release) {
        scripts.send(Command.SADD, INDEX, release.id());
        return save(release, "", 0);
    }

    /**
     * Replaces a release.
     *
     * @param seen the version it replaces; -1 for whichever there is
     */
    SaveOutcome replace(Release release, String reason, long seen) {
        return save(release, reason, seen);
    }

    private SaveOutcome save(Release release, String reason, long seen) {
        var keys = new ReleaseKeys(release.id());
        var incarnation = UUID.randomUUID().toString();
        var commitment = Commitment.to(seeds.of(release.id(), incarnation));
        var arguments = new ArrayList<Object>(List.of(seen, incarnation, commitment.hex(), spelled(reason)));
        fieldsOf(release, reason).forEach((field, value) -> arguments.addAll(List.of(field, value)));
        var reply = scripts.run(SAVE_RELEASE, List.of(keys.definition(), keys.state(), keys.called(), keys.log()),
                arguments.toArray());
        return switch (reply.get(0).toString()) {
            case "saved" -> new SaveOutcome.Saved(find(release.id()).orElseThrow());
            case "stale" -> new SaveOutcome.Stale(reply.get(1).toLong());
            case "policy_fixed" -> new SaveOutcome.PolicyFixed();
            case "missing" -> new SaveOutcome.Missing();
            default -> throw new IllegalStateException("unknown reply: " + reply);
        };
    }

    void delete(String id) {
        scripts.send(Command.DEL, new ReleaseKeys(id).all().toArray());
        scripts.send(Command.SREM, INDEX, id);
    }

    /** As the fairness log spells a text: no field of it holds a space. */
    private static String spelled(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> fieldsOf(Release release, String reason) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("eventId", release.eventId());
        fields.put("organizationId", release.organizationId());
        fields.put("title", release.title());
        fields.put("policy", release.policy());
        fields.put("lobbyOpensAt", release.lobbyOpensAt().toEpochMilli());
        fields.put("opensAt", release.opensAt().toEpochMilli());
        fields.put("closesAt", release.closesAt().map(at -> Long.toString(at.toEpochMilli())).orElse(""));
        fields.put("ratePerMinute", release.ratePerMinute());
        fields.put("maxActive", release.maxActive());
        fields.put("claimSeconds", release.claimSeconds());
        fields.put("admissionSeconds", release.admissionSeconds());
        fields.put("maxOrders", release.maxOrders());
        fields.put("maxSeats", release.maxSeats());
        fields.put("binding", release.binding());
        fields.put("accessCodes", release.accessCodes());
        fields.put("mode", release.mode());
        fields.put("message", release.message());
        fields.put("brandName", release.brand().name());
        fields.put("brandColor", release.brand().color());
        fields.put("brandLogo", release.brand().logo());
        fields.put("reason", reason);
        return fields;
    }

    private static Optional<StoredRelease> read(String id, Response hash) {
        if (hash == null || hash.size() == 0 || hash.get("version") == null) {
            return Optional.empty();
        }
        var release = new Release(id, text(hash, "eventId"), text(hash, "organizationId"), text(hash, "title"),
                Policy.valueOf(text(hash, "policy")), moment(hash, "lobbyOpensAt").orElseThrow(),
                moment(hash, "opensAt").orElseThrow(), moment(hash, "closesAt"), number(hash, "ratePerMinute"),
                number(hash, "maxActive"), number(hash, "claimSeconds"), number(hash, "admissionSeconds"),
                number(hash, "maxOrders"), number(hash, "maxSeats"), Binding.valueOf(text(hash, "binding")),
                AccessCodes.valueOf(text(hash, "accessCodes")), Mode.valueOf(text(hash, "mode")),
                text(hash, "message"), brand(hash));
        return Optional.of(new StoredRelease(release, hash.get("version").toLong(), text(hash, "incarnation"),
                text(hash, "commitment"), hash.get("undrawn") != null, text(hash, "reason")));
    }

    /** Releases made before there were brands have none. */
    private static Brand brand(Response hash) {
        return hash.get("brandName") == null
                ? Brand.NONE
                : new Brand(text(hash, "brandName"), text(hash, "brandColor"), text(hash, "brandLogo"));
    }

    private static String text(Response hash, String field) {
        return hash.get(field).toString();
    }

    private static int number(Response hash, String field) {
        return hash.get(field).toInteger();
    }

    private static Optional<Instant> moment(Response hash, String field) {
        var value = text(hash, field);
        return value.isEmpty() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(Long.parseLong(value)));
    }

    /** What became of a wish to save a release. */
    public sealed interface SaveOutcome {
        record Saved(StoredRelease release) implements SaveOutcome {}

        /** There is another version than the caller saw; 0 was seen when there should have been none. */
        record Stale(long present) implements SaveOutcome {}

        /** Somebody is in the queue already: how places are given cannot change any more. */
        record PolicyFixed() implements SaveOutcome {}

        record Missing() implements SaveOutcome {}
    }
}
