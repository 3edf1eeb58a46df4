package ticketing.challenge;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import botdefense.challenge.MailedCodes;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import ticketing.mail.LetterForms;
import ticketing.mail.MailWriter;

/** Writes the letter with a code. One that is over before its letter went out is not sent. */
@ApplicationScoped
class CodeMail implements MailWriter {

    static final String KIND = "challenge-code";

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final MailedCodes codes;
    private final LetterForms forms;

    CodeMail(MailedCodes codes, @Location("mail/challenge-code.txt") Template text,
            @Location("mail/challenge-code.html") Template html) {
        this.codes = codes;
        this.forms = new LetterForms(text, html);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Letter> write(String id) {
        return codes.letter(id).await().atMost(PATIENCE).map(this::write);
    }

    private Letter write(MailedCodes.Letter letter) {
        var code = spaced(letter.code());
        return forms.fill(letter.mail(), "Your code: " + code,
                Map.of("code", code, "minutes", letter.length().toMinutes()));
    }

    /** Easier to read over to another screen. */
    private static String spaced(String code) {
        return code.substring(0, 4) + " " + code.substring(4);
    }
}
