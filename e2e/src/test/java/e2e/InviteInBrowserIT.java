package e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import e2e.Chromium.Screen;
import org.junit.jupiter.api.Test;

/** A new colleague follows the mailed link, chooses a password, and signs in with it. */
class InviteInBrowserIT {

    private static final String PASSWORD = "a few words in a row";

    private final Chromium chromium = Chromium.shared();
    private final Stack stack = Stack.shared();
    private final Organizer organizer = Organizer.of(stack);

    @Test
    void aNewColleagueChoosesAPasswordAndSignsIn() {
        var email = "colleague-" + UUID.randomUUID() + "@example.org";
        organizer.invite(email);
        var link = Inbox.of(stack).link(email, "/admin/invitation#");
        try (var visit = chromium.visit(Screen.PHONE)) {
            var page = visit.page();
            page.navigate(link);
            assertThat(page.getByLabel("Invitation code")).isHidden();
            page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
            page.getByLabel("Show the password").check();
            assertThat(page.locator("#password")).hasAttribute("type", "text");
            visit.lookCloser("invitation");
            button(page, "Keep this password");

            assertThat(page.getByText("Your password is set").first()).isVisible();
            visit.lookCloser("invitation-accepted");
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
            visit.lookCloser("invitation-without-code");
            page.getByLabel("Invitation code").fill("no-such-code");
            page.locator("#password").fill(PASSWORD);
            button(page, "Keep this password");

            assertThat(page.getByText("not good any more").first()).isVisible();
            visit.lookCloser("invitation-over");
            assertThat(visit.troubles()).isEmpty();
        }
    }

    @Test
    void whoSetsUpASecondFactorIsAskedForItFromThenOn() {
        var email = "careful-" + UUID.randomUUID() + "@example.org";
        organizer.invite(email);
        try (var visit = chromium.visit(Screen.PHONE)) {
            var page = visit.page();
            page.navigate(Inbox.of(stack).link(email, "/admin/invitation#"));
            page.locator("#password").fill(PASSWORD);
            button(page, "Keep this password");
            page.navigate(stack.address() + "/admin/account/second-factor");
            visit.lookCloser("sign-in");
            signIn(page, email);
            assertThat(page.getByText("nobody gets in without your phone")).isVisible();
            button(page, "Set it up");
            page.getByText("Cannot scan?").click();
            visit.lookCloser("second-factor");
            var app = new Authenticator(page.locator("details code").textContent());
            page.getByLabel("Code", new Page.GetByLabelOptions().setExact(true)).fill(app.code());
            button(page, "Turn it on");
            assertThat(page.locator(".recovery-codes li")).hasCount(10);
            visit.lookCloser("recovery-codes");

            page.context().clearCookies();
            page.navigate(stack.address() + "/admin/account/sessions");
            signIn(page, email);
            visit.lookCloser("second-step");
            page.getByLabel("Code", new Page.GetByLabelOptions().setExact(true)).fill(app.code());
            button(page, "Continue");

            assertThat(page.getByText("this one")).isVisible();
            visit.lookCloser("sessions");
            page.navigate(stack.address() + "/admin/account");
            assertThat(page.getByText(email)).isVisible();
            visit.lookCloser("profile");
            assertThat(visit.troubles()).isEmpty();
        }
    }

    /** Without a second factor the link in the mail is all it takes; all sessions of before have ended. */
    @Test
    void whoForgotThePasswordGetsAnotherByMail() {
        var email = "forgetful-" + UUID.randomUUID() + "@example.org";
        organizer.invite(email);
        Inbox.of(stack).link(email, "/admin/invitation#");
        try (var visit = chromium.visit(Screen.DESK, options -> options.setLocale("de-DE"))) {
            var page = visit.page();
            page.navigate(stack.address() + "/admin/login");
            page.getByText("Passwort vergessen?").click();
            page.getByLabel("E-Mail").fill(email);
            visit.lookCloser("forgot-german");
            button(page, "Link schicken");
            assertThat(page.getByText("Sieh in deine Mails").first()).isVisible();
            page.navigate(Inbox.of(stack).link(email, "/admin/reset#"));
            page.locator("#password").fill(PASSWORD);
            button(page, "Dieses Passwort nehmen");
            assertThat(page.getByText("Dein Passwort ist gesetzt").first()).isVisible();
            page.navigate(stack.address() + "/admin/login");
            page.getByLabel("E-Mail").fill(email);
            page.getByLabel("Passwort").fill(PASSWORD);
            button(page, "Anmelden");

            assertThat(page.getByText("Abmelden")).isVisible();
            assertThat(visit.troubles()).isEmpty();
        }
    }

    private static void signIn(Page page, String email) {
        page.getByLabel("E-mail").fill(email);
        page.getByLabel("Password").fill(PASSWORD);
        button(page, "Sign in");
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name)).click();
    }
}
