package botdefense.challenge;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import botdefense.client.Address;
import botdefense.mail.Mails;
import botdefense.policy.PolicyBoard;
import botdefense.store.SharedSecret;
import io.smallrye.mutiny.Uni;

/**
 * Another proof than work: a code in a letter. Bound to the device key, to what it is for and to the action, good once
 * and for minutes, and so many an hour for a device, a mailbox and an address. Who sends letters asks here what to write.
 */
@ApplicationScoped
public class MailedCodes {

    /** Where fans ask for one; the service that sends letters answers there. */
    static final String PATH = "/api/ticketing/challenge-codes";

    private static final Duration LENGTH = Duration.ofMinutes(15);
    /** A challenge may end while its fan types an address. */
    private static final Duration GRACE = Duration.ofMinutes(10);
    private static final int MOST_TRIES = 5;
    /** Fans of one house share an address. */
    private static final int OF_AN_ADDRESS = 12;

    private final CodeStore store;
    private final PolicyBoard policies;
    private final SharedSecret secret;
    private final InstantSource clock;
    private final Codes codes;
    private final Puzzles puzzles;

    MailedCodes(CodeStore store, PolicyBoard policies, SharedSecret secret, InstantSource clock) {
        this.store = store;
        this.policies = policies;
        this.secret = secret;
        this.clock = clock;
        codes = new Codes(secret::mac);
        puzzles = new Puzzles(secret::mac);
    }

    /** What became of the wish for a code. */
    public sealed interface Asked {

        /** @param letter what to ask for when it is written */
        record Sent(String letter, String token, Instant expiresAt) implements Asked {}

        /** The challenge is none of ours, or had its code. */
        record NoChallenge() implements Asked {}

        /** Letters do not go to addresses that last for minutes. */
        record NoMailbox() implements Asked {}

        record TooMany(Duration retryIn) implements Asked {}
    }

    /** What stands in a letter, and where it goes. */
    public record Letter(String mail, String code, Duration length) {}

    /** Whether codes are offered to this client. */
    boolean offers(Bond bond) {
        return bond.isOfDevice() && policies.policy().challenge().codesPerHour() > 0;
    }

    /** @param challenge the token of the challenge it is to take the place of */
    public Uni<Asked> ask(Bond bond, String challenge, String mail, Address address) {
        var now = clock.instant();
        var nonce = puzzles.nonceOf(challenge, bond, now, GRACE);
        if (nonce.isEmpty() || !offers(bond)) {
            return Uni.createFrom().item(new Asked.NoChallenge());
        }
        if (Mails.isDisposable(mail)) {
            return Uni.createFrom().item(new Asked.NoMailbox());
        }
        return isWithinLimits(bond, mail, address).flatMap(within -> within
                ? store.claimChallenge(nonce.get(), LENGTH.plus(GRACE)).flatMap(first -> first
                        ? send(bond, mail, now)
                        : Uni.createFrom().item(new Asked.NoChallenge()))
                : Uni.createFrom().item(new Asked.TooMany(Duration.ofMinutes(10))));
    }

    private Uni<Boolean> isWithinLimits(Bond bond, String mail, Address address) {
        var most = policies.policy().challenge().codesPerHour();
        return store.countAsked(bond.subject())
                .flatMap(ofDevice -> store.countAsked(secret.pseudonym(Mails.mailbox(mail)))
                        .flatMap(ofMailbox -> store.countAsked(secret.pseudonym(address.subscriber()))
                                .map(ofAddress -> ofDevice <= most && ofMailbox <= most
                                        && ofAddress <= (long) most * OF_AN_ADDRESS)));
    }

    private Uni<Asked> send(Bond bond, String mail, Instant now) {
        var issued = codes.issue(bond, now, LENGTH);
        return store.keepLetter(issued.nonce(), new CodeStore.Addressee(mail, issued.token(), bond), LENGTH)
                .replaceWith(new Asked.Sent(issued.nonce(), issued.token(), issued.expiresAt()));
    }

    /** Empty when it is over: nobody needs the letter any more. */
    public Uni<Optional<Letter>> letter(String id) {
        return store.findLetter(id).map(found -> found.map(addressee -> new Letter(addressee.mail(),
                codes.codeOf(addressee.token(), addressee.bond()), LENGTH)));
    }

    /** Looks at everything but whether it was spent before. Without the store nobody counts tries; a wrong one stays so. */
    Uni<Puzzles.Answer> check(Solution solution, Bond bond) {
        var issued = codes.read(solution.token(), bond, clock.instant());
        if (issued.isEmpty()) {
            return Uni.createFrom().item(new Puzzles.Answer.Wrong("The code is over, or is somebody else's.", false));
        }
        return store.countTry(issued.get().nonce(), LENGTH).onFailure().recoverWithItem(0L).map(tries -> {
            if (tries > MOST_TRIES) {
                return new Puzzles.Answer.Wrong("The code was tried too often. Have another one mailed.", false);
            }
            return codes.isRight(issued.get(), bond, solution.code())
                    ? new Puzzles.Answer.Right(issued.get().nonce(), issued.get().expiresAt(), false)
                    : new Puzzles.Answer.Wrong("The code is not right.", false);
        });
    }
}
