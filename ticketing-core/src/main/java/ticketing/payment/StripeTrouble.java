package ticketing.payment;

/** Stripe did not answer, or not in a way that tells how a payment stands. */
class StripeTrouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StripeTrouble(String message) {
        super(message);
    }

    StripeTrouble(Throwable cause) {
        super(cause);
    }
}
