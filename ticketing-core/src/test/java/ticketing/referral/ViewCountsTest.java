package ticketing.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

class ViewCountsTest {

    private static final LocalDate DAY = LocalDate.of(2027, 1, 31);

    @Test
    void whoeverMakesUpTagsFillsNoMemoryAndNoViewIsLost() {
        var counts = new ViewCounts();

        for (int tag = 0; tag < 10_000; tag++) {
            counts.add("event", DAY, Source.of("tag-" + tag, null, "own"));
        }

        var taken = counts.take();
        assertThat(taken).hasSizeLessThanOrEqualTo(2_001);
        assertThat(taken.stream().mapToLong(ViewCounts.Views::views).sum()).isEqualTo(10_000);
        assertThat(counts.take()).isEmpty();
    }
}
