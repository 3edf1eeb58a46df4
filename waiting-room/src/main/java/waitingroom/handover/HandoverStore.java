package waitingroom.handover;

import java.time.Duration;
import java.util.List;

import jakarta.inject.Singleton;

import io.vertx.redis.client.Command;
import waitingroom.release.ReleaseKeys;
import waitingroom.release.StoredRelease;
import waitingroom.store.LuaScript;
import waitingroom.store.ScriptStore;
import waitingroom.visitor.Visitor.HeldPlace;

/** Offers to move a place, in Redis: one for each visitor at most, gone by itself. */
@Singleton
class HandoverStore {

    private static final LuaScript TAKE_OVER_PLACE = LuaScript.named("take_over_place");

    private final ScriptStore scripts;

    HandoverStore(ScriptStore scripts) {
        this.scripts = scripts;
    }

    /** Keeps an offer; one the visitor made before is void. */
    void offer(String release, Handover handover, Duration life) {
        scripts.send(Command.SET, new ReleaseKeys(release).handover(handover.visitor()), handover.digest(), "PX",
                life.toMillis());
    }

    TakeOverOutcome takeOver(StoredRelease stored, Handover handover, Taker taker, String offererDrawn) {
        var keys = new ReleaseKeys(stored.id());
        var reply = scripts.run(TAKE_OVER_PLACE, List.of(keys.state(), keys.places(), keys.left(), keys.called(),
                keys.admissions(), keys.log(), keys.restored(), keys.handover(handover.visitor())), handover.visitor(),
                taker.visitor().id(), handover.digest(), offererDrawn, taker.drawn(), taker.name());
        return switch (reply.get(0).toString()) {
            case "moved" -> new TakeOverOutcome.Moved(taker.visitor().holding(
                    HeldPlace.parse(stored.id(), stored.incarnation(), reply.get(1).toString())));
            case "no_offer" -> new TakeOverOutcome.NoOffer();
            case "has_place" -> new TakeOverOutcome.HasPlace();
            case "over" -> new TakeOverOutcome.Over();
            default -> throw new IllegalStateException("unknown reply: " + reply);
        };
    }

    /** What the draw made of a visitor's lobby index, as scripts are told. */
    String heldBy(String release, String visitor) {
        var held = scripts.send(Command.HGET, new ReleaseKeys(release).places(), visitor);
        return held == null ? "" : held.toString();
    }
}
