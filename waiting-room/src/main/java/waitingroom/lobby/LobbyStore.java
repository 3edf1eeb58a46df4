package waitingroom.lobby;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

import jakarta.inject.Singleton;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import waitingroom.draw.Draw;
import waitingroom.draw.Seed;
import waitingroom.release.ReleaseKeys;
import waitingroom.store.LuaScript;
import waitingroom.store.ScriptStore;

/** The lobbies in Redis. */
@Singleton
class LobbyStore {

    private static final LuaScript CLOSE_LOBBY = LuaScript.named("close_lobby");
    private static final LuaScript DRAW_LOBBY = LuaScript.named("draw_lobby");
    private static final LuaScript ANNOUNCE_BEACON = LuaScript.named("announce_beacon");
    private static final LuaScript GIVE_BEACON = LuaScript.named("give_beacon");

    private final ScriptStore scripts;

    LobbyStore(ScriptStore scripts) {
        this.scripts = scripts;
    }

    /** Closes the lobby if it is time. */
    Lobby close(String release) {
        var keys = new ReleaseKeys(release);
        var reply = scripts.run(CLOSE_LOBBY, List.of(keys.definition(), keys.state(), keys.log()));
        return switch (reply.get(0).toString()) {
            case "closed" -> new Lobby.Closed(reply.get(1).toLong(), reply.get(2).toLong());
            case "drawn" -> read(release);
            case "not_due" -> new Lobby.Open();
            default -> throw new IllegalStateException("unknown reply: " + reply);
        };
    }

    /** Reveals the draw; places everybody in the lobby. Changes nothing when it was revealed before. */
    void reveal(Lobby.Drawn drawn) {
        var draw = drawn.draw();
        var keys = new ReleaseKeys(draw.release());
        scripts.run(DRAW_LOBBY, List.of(keys.definition(), keys.state(), keys.log()), draw.lobbySize(),
                drawn.treeSize(), draw.lobbyRoot(), draw.seed().hex(), draw.beacon(),
                draw.beacon().isEmpty() ? "-" : spelled(draw.beacon()));
    }

    Lobby read(String release) {
        var state = scripts.send(Command.HMGET, new ReleaseKeys(release).state(), "lobbySize", "lobbyTreeSize",
                "lobbyRoot", "seed", "beacon");
        if (state.get(0) == null) {
            return new Lobby.Open();
        }
        var size = state.get(0).toLong();
        var treeSize = state.get(1).toLong();
        return state.get(3) == null
                ? new Lobby.Closed(size, treeSize)
                : new Lobby.Drawn(new Draw(release, new Seed(state.get(3).toString()), state.get(2).toString(), size,
                        text(state.get(4)).orElse("")), treeSize);
    }

    /** Says which public value will be mixed in. */
    BeaconOutcome announceBeacon(String release, String source) {
        var keys = new ReleaseKeys(release);
        return outcome(scripts.run(ANNOUNCE_BEACON, List.of(keys.definition(), keys.state(), keys.log()), source,
                spelled(source)).toString());
    }

    /** Says what the value was. */
    BeaconOutcome giveBeacon(String release, String value) {
        return outcome(scripts.run(GIVE_BEACON, List.of(new ReleaseKeys(release).state()), value).toString());
    }

    private static BeaconOutcome outcome(String reply) {
        return switch (reply) {
            case "announced", "given", "known" -> new BeaconOutcome.Noted();
            case "too_late" -> new BeaconOutcome.TooLate();
            case "too_early" -> new BeaconOutcome.TooEarly();
            case "not_announced" -> new BeaconOutcome.NotAnnounced();
            case "other" -> new BeaconOutcome.GivenBefore();
            case "no_draw" -> new BeaconOutcome.NoDraw();
            default -> throw new IllegalStateException("unknown reply: " + reply);
        };
    }

    Beacon beacon(String release) {
        var state = scripts.send(Command.HMGET, new ReleaseKeys(release).state(), "beaconSource", "beacon");
        return new Beacon(text(state.get(0)), text(state.get(1)));
    }

    private static Optional<String> text(Response field) {
        return Optional.ofNullable(field).map(Response::toString);
    }

    private static String spelled(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Lobby indexes that were given up before they were drawn; they are kept below zero, where no place is. */
    List<Long> givenUp(String release) {
        var indexes = scripts.send(Command.ZRANGE, new ReleaseKeys(release).left(), "-inf", "(0", "BYSCORE");
        return StreamSupport.stream(indexes.spliterator(), false)
                .map(index -> Long.parseLong(index.toString().substring(1))).toList();
    }

    /** Gives up places nobody will come for. */
    void giveUp(String release, Collection<Long> places) {
        var arguments = new ArrayList<Object>(List.of(new ReleaseKeys(release).left()));
        places.forEach(place -> arguments.addAll(List.of(place, place)));
        if (arguments.size() > 1) {
            scripts.send(Command.ZADD, arguments.toArray());
        }
    }
}
