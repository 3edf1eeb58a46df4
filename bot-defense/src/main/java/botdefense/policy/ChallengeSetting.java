package botdefense.policy;

/**
 * The work a client may be asked for.
 *
 * @param seconds           how long a challenge is good
 * @param waitSeconds       after how long it may be answered by having waited instead, for devices that cannot work
 * @param waitsPerMinute    how many of one subscriber may do so a minute
 * @param waitsOfNetwork    the same for everybody of one network (/24, /48)
 * @param codesPerHour      how many codes one device and one mailbox may ask for an hour; 0 offers none
 */
public record ChallengeSetting(Puzzle light, Puzzle medium, int seconds, int waitSeconds, int waitsPerMinute,
        int waitsOfNetwork, Integer codesPerHour) {

    private static final int SOME_CODES = 5;

    public ChallengeSetting {
        codesPerHour = codesPerHour == null ? SOME_CODES : codesPerHour;
    }

    /** Many small puzzles take about the same time for everybody; one big one takes luck. */
    public record Puzzle(int count, int bits) {

        /** Twice the work. */
        public Puzzle harder() {
            return new Puzzle(count, bits + 1);
        }
    }
}
