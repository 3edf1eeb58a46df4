package standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.stream.Collectors;

import javax.imageio.ImageIO;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import standalone.demo.Programme.Concert;
import standalone.demo.Programme.House;

class ProgrammeTest {

    private final Programme programme = Programme.read();

    @Test
    void oneConcertIsOnSaleOneOpensSoonOneHasNoQueueAndTwentyMoreFollow() {
        var releases = programme.concerts().stream().map(Concert::release).filter(release -> release != null).toList();

        assertThat(programme.concerts()).hasSize(23);
        assertThat(releases).hasSize(2);
        assertThat(releases.get(0).opensInSeconds()).isZero();
        assertThat(releases.get(1).opensInSeconds()).isEqualTo(120);
        assertThat(programme.concerts().stream().map(Concert::title)).doesNotHaveDuplicates();
    }

    @Test
    void everyConcertHasAHouseAndAPriceForEachCategoryOfThePlan() throws Exception {
        var plan = new ObjectMapper().readTree(Programme.class.getResourceAsStream("/demo/theatre.json"));
        var categories = new HashSet<String>();
        plan.path("categories").forEach(category -> categories.add(category.path("name").asText()));
        var houses = programme.houses().stream().map(House::key).collect(Collectors.toSet());

        assertThat(programme.concerts()).allSatisfy(concert -> {
            assertThat(houses).contains(concert.house());
            assertThat(concert.prices()).containsOnlyKeys(categories);
            assertThat(concert.time()).isNotNull();
            assertThat(concert.onSaleInDays()).isLessThan(concert.inDays());
        });
    }

    @Test
    void everyConcertHasAPictureOfItsOwnThatASaleTakes() {
        var pictures = programme.concerts().stream().map(concert -> new Poster(concert.title()).jpeg()).toList();

        assertThat(pictures).doesNotHaveDuplicates().allSatisfy(picture -> {
            assertThat(picture).hasSizeLessThan(2_097_152);
            assertThat(ImageIO.read(new ByteArrayInputStream(picture)).getWidth()).isEqualTo(1200);
        });
    }

    @Test
    void housesStandInSeveralCountriesWithTheirOwnClocks() {
        assertThat(programme.houses().stream().map(House::country).distinct()).hasSizeGreaterThan(5);
        assertThat(programme.houses()).allSatisfy(house -> assertThat(ZoneId.of(house.timezone())).isNotNull());
    }
}
