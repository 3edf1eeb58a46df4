package console.upstream;

import java.util.Map;

/** What a service answered. */
public sealed interface Reply<T> {

    /** It did what was asked. */
    record Good<T>(T value) implements Reply<T> {}

    /**
     * It understood and refused.
     *
     * @param message fit for the reader
     * @param problem all it said
     */
    record Refused<T>(int status, String code, String message, Map<String, Object> problem) implements Reply<T> {}

    /** It does not know the caller (any more). */
    record SignedOut<T>() implements Reply<T> {}

    /** It did not answer in time. */
    record Away<T>() implements Reply<T> {}
}
