package botdefense;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a request asks for that is scarce; every action has its own limits and thresholds. */
public enum Action {
    VIEW, JOIN, CLAIM, HOLD, PAY;

    /** As policies and requests write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Action> of(String word) {
        return Arrays.stream(values()).filter(action -> action.name().equalsIgnoreCase(word)).findFirst();
    }
}
