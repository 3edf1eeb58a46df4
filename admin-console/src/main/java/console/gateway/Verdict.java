package console.gateway;

import java.util.Set;

/** Whether a call is passed on. */
sealed interface Verdict {

    /** It is; the call says how long the service may take. */
    record Allowed(AllowedCall call) implements Verdict {}

    /** Nothing of that address is passed on. */
    record Unknown() implements Verdict {}

    /** The address is passed on, but not for this. */
    record OtherMethod(Set<String> methods) implements Verdict {}

    /** Others may. */
    record OtherRole(Set<String> roles) implements Verdict {}
}
