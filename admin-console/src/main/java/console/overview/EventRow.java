package console.overview;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import console.upstream.Reply;
import console.upstream.Ticketing;
import console.upstream.WaitingRoom;

/** One event with its releases, as the overview lists it. Events with a release come first. */
public record EventRow(String title, String when, String where, boolean gated, List<ReleaseRow> releases) {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    static List<EventRow> of(List<Ticketing.Event> events, List<WaitingRoom.Release> releases,
            List<Reply<WaitingRoom.Figures>> figures) {
        var releaseRows = IntStream.range(0, releases.size())
                .mapToObj(i -> ReleaseRow.of(releases.get(i), figures.get(i)))
                .toList();
        var rows = new ArrayList<EventRow>();
        for (var event : events) {
            rows.add(of(event, releaseRows.stream().filter(row -> row.eventId().equals(event.id())).toList()));
        }
        var known = events.stream().map(Ticketing.Event::id).toList();
        var others = releaseRows.stream().filter(row -> !known.contains(row.eventId())).toList();
        if (!others.isEmpty()) {
            rows.add(new EventRow("Releases of events that are not on the list", "", "", true, others));
        }
        rows.sort((one, other) -> Boolean.compare(one.releases().isEmpty(), other.releases().isEmpty()));
        return List.copyOf(rows);
    }

    private static EventRow of(Ticketing.Event event, List<ReleaseRow> releases) {
        var when = event.startsAt() == null ? "" : FORM.format(event.startsAt());
        var where = event.venue() == null ? "" : event.venue().name() + ", " + event.venue().city();
        return new EventRow(event.title(), when, where, event.gated(), releases);
    }

    /** One release; its figures are null when they are not for the reader or not there. */
    public record ReleaseRow(String id, String eventId, String title, String phase, String mode,
            WaitingRoom.Figures figures) {

        static ReleaseRow of(WaitingRoom.Release release, Reply<WaitingRoom.Figures> reply) {
            var figures = reply instanceof Reply.Good<WaitingRoom.Figures> good ? good.value() : null;
            var title = release.title() == null || release.title().isBlank() ? release.id() : release.title();
            return new ReleaseRow(release.id(), release.eventId(), title, release.phase(), release.mode(), figures);
        }
    }
}
