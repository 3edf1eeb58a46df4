package botdefense.challenge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import botdefense.store.DefenseRedis;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lettuce.core.SetArgs;
import io.smallrye.mutiny.Uni;

/** Who asked for codes lately, how often one was tried, and where letters that are still to be written go. */
@ApplicationScoped
class CodeStore {

    private static final byte[] ASKED = { 1 };
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final DefenseRedis redis;
    private final ObjectMapper mapper;

    CodeStore(DefenseRedis redis, ObjectMapper mapper) {
        this.redis = redis;
        this.mapper = mapper;
    }

    /** How often this one asked within the hour, now counted. */
    Uni<Long> countAsked(String whose) {
        return count("defense:codes:" + whose, AN_HOUR);
    }

    /** How often the code was tried, now counted. */
    Uni<Long> countTry(String nonce, Duration memory) {
        return count("defense:code-tries:" + nonce, memory);
    }

    private Uni<Long> count(String key, Duration memory) {
        return redis.ask(commands -> commands.incr(key)
                .thenCombine(commands.pexpire(key, memory.toMillis()), (count, set) -> count));
    }

    /** True for the first code of a challenge only. */
    Uni<Boolean> claimChallenge(String nonce, Duration memory) {
        return redis.ask(commands -> commands.set("defense:coded:" + nonce, ASKED,
                SetArgs.Builder.nx().px(memory.toMillis()))).map(answer -> answer != null);
    }

    Uni<Void> keepLetter(String nonce, Addressee addressee, Duration memory) {
        return redis.ask(commands -> commands.set(letterKey(nonce), write(addressee),
                SetArgs.Builder.px(memory.toMillis()))).replaceWithVoid();
    }

    Uni<Optional<Addressee>> findLetter(String nonce) {
        return redis.ask(commands -> commands.get(letterKey(nonce)))
                .map(document -> Optional.ofNullable(document).map(this::read));
    }

    private static String letterKey(String nonce) {
        return "defense:letter:" + nonce;
    }

    private byte[] write(Addressee addressee) {
        try {
            return mapper.writeValueAsBytes(addressee);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("letter is no JSON", e);
        }
    }

    private Addressee read(byte[] document) {
        try {
            return mapper.readValue(document, Addressee.class);
        } catch (IOException e) {
            throw new UncheckedIOException("stored letter is unreadable", e);
        }
    }

    /** Where a letter goes, and what its code is for; the code itself is not here. */
    record Addressee(String mail, String token, Bond bond) {}
}
