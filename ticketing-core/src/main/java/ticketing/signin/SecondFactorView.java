package ticketing.signin;

import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import ticketing.signin.SecondFactorStore.SecondFactor;

/**
 * An account's second factor as its owner sees it.
 *
 * @param since             null while it is off
 * @param required          whether an organization wants them to have one
 * @param recoveryCodesLeft those that were not used yet
 */
record SecondFactorView(boolean on, @JsonInclude(JsonInclude.Include.NON_NULL) Instant since, boolean required,
        int recoveryCodesLeft) {

    static SecondFactorView of(Optional<SecondFactor> factor, boolean required) {
        var on = factor.filter(found -> found.since().isPresent());
        return new SecondFactorView(on.isPresent(), on.flatMap(SecondFactor::since).orElse(null), required,
                on.map(SecondFactor::recoveryCodesLeft).orElse(0));
    }
}
