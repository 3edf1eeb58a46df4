package botdefense;

/** What a request asks for that is scarce; every action has its own limits and thresholds. */
public enum Action {
    VIEW, JOIN, CLAIM, HOLD, PAY
}
