package waitingroom.report;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;

import waitingroom.fairness.LogEntry;
import waitingroom.report.FairnessReport.Counts;
import waitingroom.report.FairnessReport.Pause;

/** Reads a fairness log from its beginning, entry by entry, and keeps what a report tells. */
final class LogReader {

    private static final String HOLD = "HOLD";

    private final PlaceTimes places = new PlaceTimes();
    private final CapWatch caps = new CapWatch();
    private final BitSet gone = new BitSet();
    private final BitSet admitted = new BitSet();
    private final BitSet inReview = new BitSet();
    private final List<Pause> pauses = new ArrayList<>();
    private final long admissionMillis;
    private long entries;
    private String last = "";
    private long from;
    private long now;
    private long lobby;
    private long serving;
    private long called;
    private long noShows;
    private long unused;
    private long left;
    private long restored;
    private long bypassed;
    private long reviewed;
    private long inversions;
    private long heldAt;
    private long modeSetAt;
    private String cause = "";

    /** @param admissionMillis how long an admission lives of which nobody says that it ended */
    LogReader(long admissionMillis) {
        this.admissionMillis = admissionMillis;
    }

    void read(String line) {
        var entry = LogEntry.parse(line);
        now = entry.at();
        from = entries == 0 ? now : from;
        entries++;
        last = line;
        switch (entry) {
            case LogEntry.Lobby(long at, String visitor, long index) -> lobby = Math.max(lobby, index + 1);
            case LogEntry.Join(long at, String visitor, long place) -> places.joined(place, at);
            case LogEntry.Restore(long at, String visitor, String place) -> restore(place);
            case LogEntry.Move moved -> {
                // the place stays what it is, on another device
            }
            case LogEntry.Close(long at, long size) -> close(size);
            case LogEntry.Drawn drawn -> {
                // the places of the lobby count from its closing
            }
            case LogEntry.Call(long at, long first, long end) -> call(first, end);
            case LogEntry.Admit(long at, long place) -> {
                admitted.set(Math.toIntExact(place));
                caps.admitted(place, at, admissionMillis);
            }
            case LogEntry.Bypass(long at, long place) -> bypass(Math.toIntExact(place));
            case LogEntry.Stop(long at, long since) -> stoodStill(since);
            case LogEntry.Expire(long at, long place) -> expire(Math.toIntExact(place));
            case LogEntry.Leave(long at, String place) -> leave(place);
            case LogEntry.Review(long at, long place, String step) -> review(Math.toIntExact(place), step);
            case LogEntry.Mode(long at, String mode) -> changeMode(mode);
            case LogEntry.Reason(long at, String text) ->
                cause = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            case LogEntry.Beacon announced -> {
                // says nothing about places
            }
            case LogEntry.Cap(long at, long rate, long active) -> caps.caps(rate, active);
        }
    }

    private void close(long size) {
        for (var place = 1L; place <= size; place++) {
            places.joined(place, now);
        }
    }

    private void restore(String place) {
        restored++;
        if (!place.startsWith("~")) {
            places.joined(Long.parseLong(place), now);
        }
    }

    /** Whoever is passed over must have gone, or be under review; places that nobody holds do not count. */
    private void call(long first, long end) {
        for (var place = serving + 1; place < first; place++) {
            var passed = Math.toIntExact(place);
            if (places.isTaken(place) && !gone.get(passed) && !inReview.get(passed)) {
                inversions++;
            }
        }
        for (var place = first; place <= end; place++) {
            places.called(place, now);
            called++;
        }
        serving = Math.max(serving, end);
    }

    /** The operator's doing: it counts for no cap, and whoever came in that way is not passed over later. */
    private void bypass(int place) {
        bypassed++;
        admitted.set(place);
        gone.set(place);
    }

    private void expire(int place) {
        if (admitted.get(place)) {
            unused++;
            caps.ended(place);
        } else {
            noShows++;
        }
        gone.set(place);
    }

    private void leave(String place) {
        if (place.startsWith("~")) {
            left++;
            return;
        }
        var given = Integer.parseInt(place);
        if (admitted.get(given)) {
            caps.ended(given);
        } else {
            left++;
        }
        gone.set(given);
    }

    private void review(int place, String step) {
        reviewed += step.equals("begin") ? 1 : 0;
        inReview.set(place, step.equals("begin"));
    }

    /** A stop from before the mode was set is that mode's doing. */
    private void stoodStill(long since) {
        if (since > modeSetAt) {
            pauses.add(new Pause(Instant.ofEpochMilli(since), Instant.ofEpochMilli(now), (now - since) / 1000,
                    "the store was away, or no instance was there"));
        }
    }

    private void changeMode(String mode) {
        modeSetAt = now;
        if (heldAt > 0) {
            pauses.add(pause(Instant.ofEpochMilli(now)));
        }
        heldAt = mode.equals(HOLD) ? now : 0;
        cause = "";
    }

    private Pause pause(Instant until) {
        return new Pause(Instant.ofEpochMilli(heldAt), until, (now - heldAt) / 1000,
                cause.isEmpty() ? "held by staff" : cause);
    }

    long entries() {
        return entries;
    }

    /** The entry read last; empty before the first. */
    String last() {
        return last;
    }

    FairnessReport report(String release) {
        var paused = new ArrayList<>(pauses);
        if (heldAt > 0) {
            paused.add(pause(null));
        }
        return new FairnessReport(release, entries, moment(from), moment(now),
                new Counts(lobby, places.places(), called, admitted.cardinality(), noShows, unused, left, restored,
                        reviewed, bypassed),
                inversions, caps.overshoot(), caps.most(), places.waits(), List.copyOf(paused));
    }

    private Instant moment(long at) {
        return entries == 0 ? null : Instant.ofEpochMilli(at);
    }
}
