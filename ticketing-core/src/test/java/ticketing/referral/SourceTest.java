package ticketing.referral;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of where somebody came from a site's name is kept, or a tag; never an address that could tell more. */
class SourceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Newsletter | https://a.example/                         | TAG newsletter
                       | https://www.Music.Example/a/path?of=secret | SITE music.example
                       | http://music.example:8080/                 | SITE music.example
            <script>   | https://music.example/                     | SITE music.example
                       | https://tickets.example/events/1           | DIRECT
                       | android-app://com.example.chat/            | SITE com.example.chat
                       | about:client                               | DIRECT
                       | no address at all                          | DIRECT
                       |                                            | DIRECT
            """)
    void aVisitIsCountedForItsTagOrSite(String tag, String referer, String expected) {
        var source = Source.of(tag, referer, "tickets.example");

        assertThat((source.kind() + " " + source.name()).strip()).isEqualTo(expected);
    }
}
