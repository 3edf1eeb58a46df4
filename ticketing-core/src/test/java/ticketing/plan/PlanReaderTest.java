package ticketing.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import ticketing.plan.PlanReading.Readable;
import ticketing.plan.PlanReading.Unreadable;

/** Every file of {@code plans/good} is read, every file of {@code plans/bad} refused. */
class PlanReaderTest {

    private static final File PLANS = new File("src/test/resources/plans");

    @ParameterizedTest
    @MethodSource("good")
    void goodPlansAreRead(File plan) throws IOException {
        assertThat(read(plan)).isInstanceOf(Readable.class);
    }

    @ParameterizedTest
    @MethodSource("bad")
    void badPlansAreRefused(File plan) throws IOException {
        assertThat(((Unreadable) read(plan)).violations()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
            "no-guid, /zones/0/rows/0/seats/0/seat_guid", "empty-guid, /zones/0/rows/0/seats/0/seat_guid",
            "duplicate-guid, /zones/0/rows/0/seats/1/seat_guid",
            "undeclared-category, /zones/0/rows/0/seats/0/category",
            "no-category, /zones/0/rows/0/seats/0/category",
            "standing-without-category, /zones/0/areas/0/category", "nothing, /zones", "no-zones, /zones",
            "category-twice, /categories/1/name", "a-list, ''" })
    void aRefusalPointsAtThePlace(String name, String at) throws IOException {
        assertThat(((Unreadable) read(new File(PLANS, "bad/" + name + ".json"))).violations())
                .extracting(Remark::at).containsExactly(at);
    }

    @Test
    void positionsAddUp() throws IOException {
        var seat = good("minimal").plan().seats().findFirst().orElseThrow();

        assertThat(List.of(seat.x(), seat.y())).containsExactly(11.0, 22.0);
        assertThat(seat.label()).isEqualTo("Z, row 1, seat 1");
    }

    @Test
    void labelsFollowTheirPatterns() throws IOException {
        assertThat(good("labels").plan().seats().findFirst().orElseThrow().label())
                .isEqualTo("Z, row Reihe 1, seat Platz 7");
    }

    @Test
    void aWheelchairFlagMakesASeatAccessible() throws IOException {
        assertThat(good("wheelchair-flag").plan().seats().map(Plan.Seat::accessible)).containsExactly(false, true);
        assertThat(good("wheelchair-flag").warnings()).isEmpty();
    }

    @Test
    void unknownKeysAreReported() throws IOException {
        assertThat(good("unknown-keys").warnings()).extracting(Remark::at)
                .containsExactlyInAnyOrder("/layout", "/zones/0/rows/0/seats/0/hint");
    }

    @Test
    void areasKeepTheirForm() throws IOException {
        var area = good("only-areas").plan().zones().getFirst().areas().getFirst();

        assertThat(List.of(area.x(), area.y())).containsExactly(3.0, 4.0);
        assertThat(area.form().path("radius").asInt()).isEqualTo(5);
    }

    @Test
    void ourAdditionsToTheFormatAreUnderstood() throws IOException {
        var reading = good("our-additions");

        assertThat(reading.warnings()).isEmpty();
        assertThat(reading.plan().seats().map(Plan.Seat::restrictedView)).containsExactly(true, false, false);
        assertThat(reading.plan().seats().map(Plan.Seat::companion)).containsExactly(false, false, true);
        assertThat(reading.plan().categories().stream().map(reading.plan()::capacityOf)).containsExactly(3, 3);
    }

    /** Row A is nearer to the focal point than row B, which stands before it in the document. */
    @Test
    void seatsArePreferredByTheirRowsDistance() throws IOException {
        var places = PlanPlace.of(good("our-additions").plan());

        assertThat(places.stream().map(place -> place.seat().id())).containsExactly("B-1", "A-1", "A-2", "floor/1",
                "floor/2", "floor/3");
        assertThat(places.stream().limit(3).map(place -> place.nearness().orElseThrow().preference()))
                .containsExactly(2, 0, 1);
        assertThat(places.get(2).nearness().orElseThrow().remoteness()).isEqualTo(100);
        assertThat(places.get(3).area()).contains("floor");
        assertThat(places.get(3).seat().label()).isEqualTo("Dance floor, standing, no. 1");
    }

    @Test
    void aRealTheatreIsReadWithoutAWarning() throws IOException {
        var reading = (Readable) read(new File(PLANS, "real/theatre.json"));

        assertThat(reading.warnings()).isEmpty();
        assertThat(reading.plan().seats()).hasSize(1331);
        assertThat(reading.plan().seats().filter(Plan.Seat::accessible)).hasSize(12);
        assertThat(reading.plan().categories()).extracting(Plan.Category::id)
                .containsExactly("premium", "standard", "restricted-view", "wheelchair-and-companion");
    }

    @Test
    void categoriesWithLikeNamesGetSlugsOfTheirOwn() {
        assertThat(Slug.of("Première — Loge", java.util.Set.of())).isEqualTo("premiere-loge");
        assertThat(Slug.of("A!", java.util.Set.of("a"))).isEqualTo("a-2");
        assertThat(Slug.of("…", java.util.Set.of())).isEqualTo("category");
    }

    static Stream<File> good() {
        return files("good");
    }

    static Stream<File> bad() {
        return files("bad");
    }

    private static Stream<File> files(String folder) {
        return Arrays.stream(new File(PLANS, folder).listFiles()).sorted();
    }

    private static Readable good(String name) throws IOException {
        return (Readable) read(new File(PLANS, "good/" + name + ".json"));
    }

    private static PlanReading read(File plan) throws IOException {
        return PlanReader.read(new ObjectMapper().readTree(plan));
    }
}
