package ticketing.challenge;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import botdefense.challenge.Bond;
import botdefense.challenge.MailedCodes;
import botdefense.client.Address;

/** Asks the defense for a code, and has the letter written. */
@ApplicationScoped
class MailChallengeCode {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final MailedCodes codes;
    private final QueueCodeLetter letters;

    MailChallengeCode(MailedCodes codes, QueueCodeLetter letters) {
        this.codes = codes;
        this.letters = letters;
    }

    /** The store is asked outside the transaction that queues the letter. */
    MailedCodes.Asked ask(Bond bond, String challenge, String email, Address address) {
        var asked = codes.ask(bond, challenge, email, address).await().atMost(PATIENCE);
        if (asked instanceof MailedCodes.Asked.Sent sent) {
            letters.queue(sent.letter());
        }
        return asked;
    }
}
