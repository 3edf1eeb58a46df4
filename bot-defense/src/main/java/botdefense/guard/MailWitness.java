package botdefense.guard;

import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Singleton;

import botdefense.mail.Mails;
import botdefense.score.Sighting;

/** Looks at where tickets are to be sent. */
@Singleton
class MailWitness implements Witness {

    @Override
    public List<Sighting> look(Inquiry inquiry) {
        var seen = new ArrayList<Sighting>();
        inquiry.mail().ifPresent(mail -> {
            if (Mails.isDisposable(mail)) {
                seen.add(Sighting.of("disposable-mail", "an address that lasts for minutes"));
            }
            if (Mails.isAliased(mail)) {
                seen.add(Sighting.of("aliased-mail", "one of many addresses of one mailbox"));
            }
        });
        return seen;
    }

    @Override
    public boolean isPure() {
        return true;
    }
}
