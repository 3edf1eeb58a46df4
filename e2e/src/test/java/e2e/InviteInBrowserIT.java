package e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import e2e.Chromium.Screen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A new colleague follows the mailed link, chooses a password, and signs in with it. */
class InviteInBrowserIT {

    private static final Pattern LINK = Pattern.compile("http\\S+/admin/invitation#\\S+");
    private static final String PASSWORD = "a few words in a row";

    private static Chromium chromium;

    private final Stack stack = Stack.shared();
    private final Organizer organizer = Organizer.of(stack);

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void aNewColleagueChoosesAPasswordAndSignsIn() {
        var email = "colleague-" + UUID.randomUUID() + "@example.org";
        organizer.invite(email);
        var link = linkFor(email);
        try (var visit = chromium.visit(Screen.PHONE)) {
            var page = visit.page();
            page.navigate(link);
            assertThat(page.getByLabel("Invitation code")).isHidden();
            page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
            page.getByLabel("Show the password").check();
            assertThat(page.locator("#password")).hasAttribute("type", "text");
            visit.look("invitation");
            button(page, "Keep this password");

            assertThat(page.getByText("Your password is set").first()).isVisible();
            visit.look("invitation-accepted");
            page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Sign in")).click();
            page.getByLabel("E-mail").fill(email);
            page.getByLabel("Password").fill(PASSWORD);
            button(page, "Sign in");
            assertThat(page.getByText("Sign out")).isVisible();
            assertThat(visit.troubles()).isEmpty();
        }
    }

    @Test
    void whoComesWithoutACodeIsToldWhereItIs() {
        try (var visit = chromium.visit(Screen.DESK)) {
            var page = visit.page();
            page.navigate(stack.address() + "/admin/invitation");
            assertThat(page.getByLabel("Invitation code")).isVisible();
            visit.look("invitation-without-code");
            page.getByLabel("Invitation code").fill("no-such-code");
            page.locator("#password").fill(PASSWORD);
            button(page, "Keep this password");

            assertThat(page.getByText("not good any more").first()).isVisible();
            visit.look("invitation-over");
            assertThat(visit.troubles()).isEmpty();
        }
    }

    private String linkFor(String email) {
        var inbox = given().baseUri(stack.address().toString());
        Await.until(Duration.ofSeconds(60), "the invitation of " + email,
                () -> inbox.get("/inbox/messages?to=" + email).jsonPath().getList("items").size() == 1);
        String id = inbox.get("/inbox/messages?to=" + email).path("items[0].id");
        var text = inbox.get("/inbox/messages/" + id).<String>path("text");
        var link = LINK.matcher(text);
        assertThat(link.find()).as(text).isTrue();
        return link.group();
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name)).click();
    }
}
