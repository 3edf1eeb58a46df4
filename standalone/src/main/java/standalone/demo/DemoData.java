package standalone.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import standalone.demo.Programme.Concert;
import standalone.demo.Programme.House;
import standalone.demo.Programme.Release;

/**
 * Fills an empty system with a programme of concerts, over HTTP, as an organizer would. Done once for a data directory.
 * A release whose doors open soon is made last, so that its minutes are counted from when the stack is ready.
 */
public final class DemoData {

    private final URI frontDoor;
    private final Progress progress;
    private final InstantSource clock;
    private final Consumer<String> log;

    /** @param file where to keep what was made */
    public DemoData(URI frontDoor, Path file, InstantSource clock, Consumer<String> log) {
        this.frontDoor = frontDoor;
        this.progress = new Progress(file);
        this.clock = clock;
        this.log = log;
    }

    /** Makes what is missing. A refusal is told and leaves the rest for the next start: the stack works without it. */
    public void provide(String adminEmail, String adminPassword) {
        if (progress.done()) {
            return;
        }
        log.accept("[demo] making a programme of concerts");
        try {
            make(Programme.read(), OrganizerClient.signedIn(frontDoor, adminEmail, adminPassword));
            progress.finish();
        } catch (DemoRefused e) {
            log.accept("[demo] the programme is not complete; the next start goes on reason=" + e.getMessage());
        }
    }

    private void make(Programme programme, OrganizerClient organizer) {
        var organization = progress.once("organization", () -> id(organizer.post("/api/ticketing/organizations",
                Map.of("name", programme.organization()))));
        programme.houses().forEach(house -> make(organization, house, organizer));
        programme.concerts().forEach(concert -> make(organization, programme, concert, organizer));
        programme.concerts().stream().filter(concert -> concert.release() != null)
                .forEach(concert -> release(organization, concert, organizer));
    }

    private void make(String organization, House house, OrganizerClient organizer) {
        var venue = progress.once("venue." + house.key(), () -> id(organizer.post("/api/ticketing/venues",
                Map.of("organizationId", organization, "name", house.name(), "address", house.address(), "city",
                        house.city(), "country", house.country(), "timezone", house.timezone()))));
        progress.once("plan." + house.key(), () -> id(organizer.postDocument("/api/ticketing/plans?organizationId="
                + organization + "&venueId=" + venue, plan())));
    }

    private void make(String organization, Programme programme, Concert concert, OrganizerClient organizer) {
        var house = programme.houses().stream().filter(one -> one.key().equals(concert.house())).findFirst()
                .orElseThrow();
        var event = progress.once("event." + concert.title(), () -> id(organizer.post("/api/ticketing/events",
                document(organization, house, concert))));
        progress.once("picture." + concert.title(), () -> {
            var poster = new Poster(concert.title());
            organizer.putPicture("/api/ticketing/event-pictures/" + event, poster.alternative(), poster.jpeg());
            return event;
        });
        progress.once("published." + concert.title(), () -> {
            organizer.post("/api/ticketing/events/" + event + "/publication", Map.of());
            return event;
        });
    }

    private Map<String, Object> document(String organization, House house, Concert concert) {
        var zone = ZoneId.of(house.timezone());
        var starts = clock.instant().atZone(zone).toLocalDate().plusDays(concert.inDays()).atTime(concert.time())
                .atZone(zone).toInstant();
        var document = new LinkedHashMap<String, Object>();
        document.put("organizationId", organization);
        document.put("venueId", progress.once("venue." + house.key(), DemoData::missing));
        document.put("planId", progress.once("plan." + house.key(), DemoData::missing));
        document.put("title", concert.title());
        document.put("startsAt", time(starts));
        document.put("genre", concert.genre());
        document.put("description", concert.description());
        document.put("gated", concert.release() != null);
        document.put("currency", concert.currency());
        document.put("prices", concert.prices().entrySet().stream()
                .map(price -> Map.of("category", price.getKey(), "amount", price.getValue())).toList());
        document.put("salesFrom", time(clock.instant().plus(Duration.ofDays(concert.onSaleInDays()))
                .minus(Duration.ofHours(1))));
        document.put("salesUntil", time(starts.minus(Duration.ofHours(1))));
        document.put("holdSeconds", 600);
        document.put("maxSeatsPerOrder", 6);
        document.put("maxSeatsPerBuyer", 6);
        return document;
    }

    private void release(String organization, Concert concert, OrganizerClient organizer) {
        var release = concert.release();
        progress.once("release." + release.id(), () -> {
            organizer.put("/api/waiting-room/releases/" + release.id(), document(organization, concert, release));
            return release.id();
        });
    }

    private Map<String, Object> document(String organization, Concert concert, Release release) {
        var opens = clock.instant().plusSeconds(release.opensInSeconds());
        var lobbyOpens = release.opensInSeconds() > 0 ? clock.instant() : opens;
        return Map.of("eventId", progress.once("event." + concert.title(), DemoData::missing),
                "organizationId", organization,
                "title", concert.title(),
                "policy", "FIFO",
                "lobbyOpensAt", time(lobbyOpens),
                "opensAt", time(opens),
                "ratePerMinute", release.ratePerMinute(),
                "maxActive", release.maxActive(),
                "brandName", Programme.read().organization(),
                "brandColor", "#0f7173");
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String id(JsonNode answer) {
        if (!answer.path("id").isTextual()) {
            throw new DemoRefused("an answer has no id");
        }
        return answer.path("id").asText();
    }

    private static String missing() {
        throw new IllegalStateException("made earlier, or the demo would not be here");
    }

    private static String plan() {
        try (var json = DemoData.class.getResourceAsStream("/demo/theatre.json")) {
            return new String(json.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's plan cannot be read", e);
        }
    }
}
