package standalone.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;

/** What is on: the houses and the concerts of the demo, as written in {@code demo/programme.json}. */
record Programme(String organization, List<House> houses, List<Concert> concerts) {

    /**
     * A house, with a seating plan of its own.
     *
     * @param key what concerts call it
     */
    record House(String key, String name, String address, String city, String country, String timezone) {}

    /**
     * A concert in one of the houses.
     *
     * @param inDays         how many days from now it takes place
     * @param at             when, on the clock of its city
     * @param prices         in minor units, by the plan's categories
     * @param onSaleInDays   how many days from now its sale begins; 0: it has begun
     * @param release        the opening of its doors, null if it needs none
     */
    record Concert(String title, String genre, String description, String house, int inDays, String at, String currency,
            Map<String, Long> prices, int onSaleInDays, Release release) {

        LocalTime time() {
            return LocalTime.parse(at);
        }
    }

    /**
     * One opening of the doors.
     *
     * @param opensInSeconds how many seconds from now; the lobby is open already
     */
    record Release(String id, int opensInSeconds, int ratePerMinute, int maxActive) {}

    static Programme read() {
        try (var json = Programme.class.getResourceAsStream("/demo/programme.json")) {
            return new ObjectMapper().readValue(json, Programme.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the demo programme is damaged", e);
        }
    }
}
