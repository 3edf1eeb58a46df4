package ticketing.idempotency;

/**
 * A write that must not happen twice.
 *
 * @param scope who asks for what, such as {@code session-hash POST /holds/7/order}: keys of different callers and of
 *              different calls have nothing to do with each other
 * @param key   the client's {@code Idempotency-Key}
 * @param body  the request's body in a form that is equal for equal requests
 */
public record IdempotentRequest(String scope, String key, String body) {

    private static final int LONGEST_KEY = 255;

    /** Whether a header may be a key: 1 to 255 visible ASCII letters. */
    public static boolean acceptable(String key) {
        return !key.isEmpty() && key.length() <= LONGEST_KEY && key.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }
}
