package standalone.demo;

/** The system did not take what the demo asked for; the message says what and why. */
final class DemoRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DemoRefused(String message) {
        super(message);
    }
}
