package ticketing.picture;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Pictures as they are shown. Those of the last minute are kept in memory, so that a crowd that opens one event's page
 * costs the database a read a minute.
 */
@ApplicationScoped
class ShownPictures {

    private final PictureStore store;
    private final PictureConfig config;
    private final InstantSource clock;
    /** The one that was asked for the longest ago is first. */
    private final Map<Key, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    ShownPictures(PictureStore store, PictureConfig config, InstantSource clock) {
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    Optional<ShownPicture> find(String event, String digest, boolean small) {
        var key = new Key(event, digest, small);
        var now = clock.instant();
        var remembered = remembered(key, now);
        if (remembered.isPresent()) {
            return remembered;
        }
        var read = store.show(event, digest, small);
        read.ifPresent(picture -> keep(key, new Kept(picture, now.plus(config.rememberedFor()))));
        return read;
    }

    private synchronized Optional<ShownPicture> remembered(Key key, Instant now) {
        return Optional.ofNullable(kept.get(key)).filter(known -> now.isBefore(known.until())).map(Kept::picture);
    }

    private synchronized void keep(Key key, Kept picture) {
        forget(key);
        kept.put(key, picture);
        bytes += picture.picture().content().length;
        while (bytes > config.remembered().asLongValue()) {
            forget(kept.keySet().iterator().next());
        }
    }

    private void forget(Key key) {
        Optional.ofNullable(kept.remove(key)).ifPresent(gone -> bytes -= gone.picture().content().length);
    }

    private record Key(String event, String digest, boolean small) {}

    private record Kept(ShownPicture picture, Instant until) {}
}
