package ticketing.mail;

import java.util.List;
import java.util.Map;

import io.quarkus.qute.Template;
import ticketing.mail.MailWriter.Attachment;
import ticketing.mail.MailWriter.Letter;

/** The two forms of one letter, which are filled with the same facts. */
public record LetterForms(Template text, Template html) {

    /** A letter with those papers in it. What an event is called cannot break out of the subject's line. */
    public Letter fill(String to, String subject, Map<String, Object> facts, Attachment... papers) {
        return new Letter(to, subject.replaceAll("\\p{Cntrl}", " "), render(text, facts), render(html, facts),
                List.of(papers));
    }

    private static String render(Template template, Map<String, Object> facts) {
        var form = template.instance();
        facts.forEach(form::data);
        return form.render();
    }
}
