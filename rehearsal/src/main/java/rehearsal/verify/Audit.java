package rehearsal.verify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a fairness log from its beginning and tells whatever was not fair: places out of sequence, somebody called
 * before somebody ahead without a reason in the log, an admission nobody was called for or issued twice, more than the
 * cap in any sixty seconds.
 */
final class Audit {

    private static final long WINDOW_MILLIS = 60_000;

    private final Report report;
    private long entry;
    private long lobby;
    private long highest;
    private long serving;
    private long now;
    private boolean closed;
    private boolean beaconAnnounced;
    private long ratePerMinute = Long.MAX_VALUE;
    private long overshoot;
    private long inversions;
    private final Map<Long, Long> joinedAt = new HashMap<>();
    private final Set<Long> gone = new HashSet<>();
    private final Set<Long> admitted = new HashSet<>();
    private final ArrayDeque<Long> window = new ArrayDeque<>();
    private final List<Long> waits = new ArrayList<>();
    private final Map<String, Long> counts = new HashMap<>();
    private int mostInWindow;

    Audit(Report report) {
        this.report = report;
    }

    void run(List<String> entries) {
        for (var line : entries) {
            try {
                read(line.split(" ", -1));
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                wrong("cannot be read");
            }
            entry++;
        }
        Collections.sort(waits);
        report.fact("entries", entries.size()).fact("by kind", counts)
                .fact("lobby", lobby).fact("highest place", highest).fact("highest place called", serving)
                .fact("inversions", inversions).fact("most in 60 s", mostInWindow).fact("overshoot", overshoot)
                .fact("wait p50, ms", percentile(50)).fact("wait p95, ms", percentile(95));
    }

    private void read(String[] fields) {
        var at = Long.parseLong(fields[1]);
        expect(at >= now, "happened before the entry ahead of it");
        now = Math.max(now, at);
        counts.merge(fields[0], 1L, Long::sum);
        switch (fields[0]) {
            case "lobby" -> enterLobby(Long.parseLong(fields[3]));
            case "join" -> join(Long.parseLong(fields[3]));
            case "restore", "move", "mode", "reason", "review" -> {
            }
            case "beacon" -> announce();
            case "close" -> close(Long.parseLong(fields[2]));
            case "draw" -> draw(Long.parseLong(fields[2]), fields[5]);
            case "call" -> call(Long.parseLong(fields[2]), Long.parseLong(fields[3]));
            case "admit" -> admit(Long.parseLong(fields[2]));
            case "bypass" -> bypass(Long.parseLong(fields[2]));
            case "stop" -> expect(Long.parseLong(fields[2]) <= now, "ends before it began");
            case "expire", "leave" -> leave(fields[2]);
            case "cap" -> ratePerMinute = Long.parseLong(fields[2]);
            default -> wrong("is of an unknown kind");
        }
    }

    private void enterLobby(long index) {
        expect(!closed && index == lobby, "is out of sequence in the lobby");
        lobby = Math.max(lobby, index + 1);
    }

    private void close(long size) {
        expect(!closed && size == lobby, "closes a lobby of another size");
        closed = true;
        highest = Math.max(highest, size);
    }

    private void announce() {
        expect(lobby == 0 && !closed, "announces a beacon to a lobby that has begun");
        beaconAnnounced = true;
    }

    private void draw(long size, String beacon) {
        expect(closed && size == lobby, "draws another lobby than was closed");
        expect(beaconAnnounced != beacon.equals("-"), beaconAnnounced
                ? "draws without the beacon that was announced"
                : "mixes in a beacon that nobody announced");
    }

    private void join(long place) {
        expect(place == highest + 1, "has a place out of sequence");
        expect(lobby == 0 || closed, "has a place before the lobby is closed");
        highest = Math.max(highest, place);
        joinedAt.put(place, now);
    }

    /** Whoever is passed over must have gone before. */
    private void call(long first, long last) {
        expect(first > serving && last >= first && last <= highest, "calls places that are not next");
        for (var place = serving + 1; place < first; place++) {
            if (!gone.contains(place)) {
                inversions++;
                wrong("passes over place " + place + ", which had not gone");
            }
        }
        for (var place = first; place <= last; place++) {
            if (joinedAt.containsKey(place)) {
                waits.add(now - joinedAt.get(place));
            }
        }
        serving = Math.max(serving, last);
    }

    private void admit(long place) {
        expect(place <= serving, "admits somebody who was not called");
        expect(admitted.add(place), "admits a place twice");
        expect(!gone.contains(place), "admits somebody who had gone");
        window.addLast(now);
        while (window.getFirst() <= now - WINDOW_MILLIS) {
            window.removeFirst();
        }
        mostInWindow = Math.max(mostInWindow, window.size());
        if (window.size() > ratePerMinute) {
            overshoot++;
            wrong("is one admission too many within 60 s");
        }
    }

    /** Issued without the store, on the operator's word: outside the caps and the order, but shown. */
    private void bypass(long place) {
        expect(admitted.add(place), "admits a place twice");
        gone.add(place);
    }

    private void leave(String place) {
        if (!place.startsWith("~")) {
            gone.add(Long.parseLong(place));
        }
    }

    private Object percentile(int percent) {
        return waits.isEmpty() ? "-" : waits.get((waits.size() - 1) * percent / 100);
    }

    private void expect(boolean holds, String otherwise) {
        if (!holds) {
            wrong(otherwise);
        }
    }

    private void wrong(String what) {
        report.finding("entry %d %s".formatted(entry, what));
    }
}
