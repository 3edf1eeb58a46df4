package ticketing.idempotency;

/** What a write answered: kept for a day, and given again to whoever repeats the request. */
public record Answer(int status, String body) {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FIRST_SERVER_ERROR = 500;

    /** "Not now" is no answer to keep: the same request must get its chance later. */
    boolean isFinal() {
        return status != TOO_MANY_REQUESTS && status < FIRST_SERVER_ERROR;
    }
}
