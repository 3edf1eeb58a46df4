package waitingroom.store;

/** Redis did not answer, or not as itself. Nothing is admitted while that is so (W8); the caller may try again. */
public final class StoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
