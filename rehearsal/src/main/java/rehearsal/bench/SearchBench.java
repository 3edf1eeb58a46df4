package rehearsal.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import rehearsal.load.Answer;
import rehearsal.load.Crowd;
import rehearsal.load.Http;
import rehearsal.load.Requests;

/** Fans' searches over a hundred thousand events: words with and without typos, filters, sortings, further pages. */
final class SearchBench implements Benchmark {

    private static final int EVENTS = 100_000;
    private static final int CLIENTS = 8;
    private static final List<String> FIRST = List.of("Velvet", "Silent", "Electric", "Broken", "Golden", "Northern",
            "Midnight", "Crimson", "Paper", "Hollow", "Distant", "Burning", "Frozen", "Wandering", "Neon", "Sleeping",
            "Marble", "Restless", "Savage", "Gentle");
    private static final List<String> SECOND = List.of("Horses", "Choir", "Rivers", "Machines", "Mountains", "Hearts",
            "Lanterns", "Pilots", "Gardens", "Wolves", "Satellites", "Orchestra", "Harbour", "Thunder", "Mirrors",
            "Sailors", "Quartet", "Shadows", "Comets", "Parade");
    private static final List<String> GENRES = List.of("rock", "pop", "jazz", "classical", "folk", "electronic",
            "metal",
            "hip-hop", "blues", "opera");
    private static final int CITIES = 300;

    @Override
    public String name() {
        return "search";
    }

    @Override
    public String about() {
        return "searches over 100,000 events: latency at the 99th percentile, 8 clients";
    }

    @Override
    public Result run(Workshop workshop) throws IOException {
        try (var stage = workshop.core(); var office = stage.boxOffice(); var client = stage.client(CLIENTS)) {
            workshop.say("publishing events");
            publish(office, workshop.scaled(EVENTS));
            workshop.say("warming up");
            client.run(new Searches(stage.port(), 1), Duration.ofSeconds(10));
            var slice = client.run(new Searches(stage.port(), 2), workshop.slice().multipliedBy(5));
            Crowd.require(slice, 200, slice.answers());
            var points = new ArrayList<double[]>();
            for (var percentile = 1; percentile <= 100; percentile++) {
                points.add(new double[]{ percentile, slice.millisAt(percentile) });
            }
            return new Result(name()).axes("percentile", "ms").line("searches", points)
                    .figure("events", office.count("event")).figure("searches per second", slice.perSecond())
                    .figure("p50 ms", slice.millisAt(50)).figure("p99 ms", slice.millisAt(99))
                    .atMost("p99 ms", slice.millisAt(99), 50);
        }
    }

    /** Two seats each, in one plan, of which some are sold: what is searched is the events. */
    private static void publish(BoxOffice office, int many) throws IOException {
        office.event("first", 2);
        office.update("""
                INSERT INTO venue (id, organization_id, name, address, city, country, timezone, created_at)
                SELECT 'v-' || n, 'bench', 'Hall ' || n, 'Street ' || n, 'City ' || (n %% %d),
                       (ARRAY['DE', 'AT', 'CH', 'FR', 'GB', 'PL'])[1 + n %% %d %% 6], 'Europe/Berlin', now()
                  FROM generate_series(1, 2000) AS n
                """.formatted(CITIES, CITIES));
        office.update("""
                INSERT INTO event (id, organization_id, venue_id, plan_id, title, genre, starts_at, gated, currency,
                                   sales_from, sales_until, hold_seconds, max_seats_per_order, max_seats_per_buyer,
                                   state, created_at)
                SELECT 'e-' || n, 'bench', 'v-' || (1 + n %% 2000), 'first',
                       (ARRAY[%s])[1 + n %% 20] || ' ' || (ARRAY[%s])[1 + n / 20 %% 20] || ' ' || n / 400,
                       (ARRAY[%s])[1 + n / 7 %% 10], now() + make_interval(mins => 60 + n * 5), false, 'EUR',
                       now() - interval '1 day', now() + interval '900 days', 600, 6, 1000, 'PUBLISHED', now()
                  FROM generate_series(1, %d) AS n
                """.formatted(quoted(FIRST), quoted(SECOND), quoted(GENRES), many));
        office.update("""
                INSERT INTO price_category (event_id, id, name, color, amount, position)
                SELECT 'e-' || n, 'standard', 'Standard', '#aa3300', 1000 + n %% 90 * 100, 0
                  FROM generate_series(1, %d) AS n
                """.formatted(many));
        office.update("""
                INSERT INTO seat_state (event_id, seat_id, position, category_id, state, changed_at)
                SELECT 'e-' || n, 'S-' || seat, seat - 1, 'standard', CASE WHEN n %% 5 = 0 THEN 'SOLD' ELSE 'FREE' END,
                       clock_timestamp()
                  FROM generate_series(1, %d) AS n, generate_series(1, 2) AS seat
                """.formatted(many));
        office.update("VACUUM ANALYZE");
    }

    private static String quoted(List<String> words) {
        return "'" + String.join("', '", words) + "'";
    }

    /** What fans type and click, from a seed. */
    private static final class Searches implements Requests {

        private final int port;
        private final Random random;
        private final String[] further = new String[CLIENTS];
        private final String[] asked = new String[CLIENTS];

        Searches(int port, long seed) {
            this.port = port;
            this.random = new Random(seed);
        }

        @Override
        public byte[] next(int connection) {
            var query = further[connection] == null ? query() : asked[connection] + "&after=" + further[connection];
            asked[connection] = query.replaceAll("&after=.*", "");
            return Http.get(port, "/api/ticketing/events?" + query, Map.of());
        }

        /** One in three goes on to the next page. */
        @Override
        public void answered(int connection, Answer answer) {
            var next = random.nextInt(3) == 0 ? answer.word("next") : "";
            further[connection] = next.isEmpty() ? null : next;
        }

        private String query() {
            var date = LocalDate.now(ZoneOffset.UTC).plusDays(random.nextInt(300));
            return "limit=20&" + switch (random.nextInt(10)) {
                case 0 -> "sort=startsAt";
                case 1 -> "city=City%20" + random.nextInt(CITIES) + "&available=true";
                case 2 -> "genre=" + one(GENRES) + "&from=" + date;
                case 3 -> "country=DE&sort=price&priceMax=" + (2_000 + random.nextInt(60) * 100) + "&currency=EUR";
                case 4 -> "query=" + one(FIRST);
                case 5 -> "query=" + encoded(one(FIRST) + " " + one(SECOND));
                case 6 -> "query=" + encoded(misspelt(one(FIRST)) + " " + misspelt(one(SECOND)));
                case 7 -> "query=" + one(SECOND).substring(0, 4) + "&country=AT&sort=title";
                case 8 -> "from=" + date + "&to=" + date.plusDays(7) + "&available=true&accessible=false";
                default -> "query=" + encoded("Hall " + random.nextInt(2_000)) + "&sort=-price";
            };
        }

        private String one(List<String> words) {
            return words.get(random.nextInt(words.size()));
        }

        /** A letter is missing. */
        private String misspelt(String word) {
            var at = 1 + random.nextInt(word.length() - 2);
            return word.substring(0, at) + word.substring(at + 1);
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
