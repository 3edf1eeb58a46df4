package botdefense.policy;

import java.util.List;

/** A policy that does not fit together; the one in force stays. */
public class InvalidPolicyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Policy.Mistake> mistakes;

    InvalidPolicyException(List<Policy.Mistake> mistakes) {
        super("policy does not fit: " + mistakes);
        this.mistakes = List.copyOf(mistakes);
    }

    public List<Policy.Mistake> mistakes() {
        return mistakes;
    }
}
