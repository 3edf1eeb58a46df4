package waitingroom.queue;

import java.time.Instant;

/** A visitor as its own browser sees it: with a lobby index before a draw, with a place after it. */
public record VisitorView(PlaceState state, Long place, Long lobbyIndex, long ahead, WaitRange waitSeconds,
        Instant claimBy, long nextPollMillis) {}
