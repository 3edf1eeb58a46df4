package ticketing.signin;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How staff are let in, and how guessing is made dear without locking anybody out. */
@ConfigMapping(prefix = "ticketing.sign-in")
interface SignInConfig {

    /** What stands before the path in mailed links; https here makes cookies travel over https only. */
    String publicUrl();

    /** How long a session is good. Shorter means more signing in; longer, that a lost one opens doors for longer. */
    @WithDefault("8h")
    Duration session();

    /** Failed attempts one account may have from one address within {@link #window()}, and from one known device. */
    @WithDefault("10")
    @Min(3)
    @Max(1000)
    int attemptsPerPair();

    /** Failed attempts of one address at all accounts within {@link #window()}. A whole office may share it. */
    @WithDefault("60")
    @Min(3)
    @Max(100_000)
    int attemptsPerAddress();

    @WithDefault("5m")
    Duration window();

    /**
     * Failed attempts one account may have from everywhere within {@link #slowWindow()}. Above it only devices that its
     * owner has used before are let try: lower, and strangers can make the owner's new devices wait; higher, and many
     * addresses together may guess more.
     */
    @WithDefault("300")
    @Min(10)
    @Max(100_000)
    int attemptsPerAccount();

    @WithDefault("1h")
    Duration slowWindow();

    /** How long a device is known after its last sign-in. */
    @WithDefault("180d")
    Duration knownDevice();

    /** How long after the password the second factor's code may follow. */
    @WithDefault("5m")
    Duration secondStep();

    /** How long the link to a new password is good. */
    @WithDefault("30m")
    Duration reset();

    /** Mails with such links that one account gets within an hour; more are asked for in vain. */
    @WithDefault("3")
    @Min(1)
    @Max(100)
    int resetsPerHour();
}
