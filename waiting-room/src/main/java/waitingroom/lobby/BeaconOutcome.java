package waitingroom.lobby;

/** What became of an announcement, or of a value. */
sealed interface BeaconOutcome {

    /** It counts; perhaps it did already. */
    record Noted() implements BeaconOutcome {}

    /** Somebody stands in the lobby already. */
    record TooLate() implements BeaconOutcome {}

    /** The lobby is open still: who knows the value could choose when to come. */
    record TooEarly() implements BeaconOutcome {}

    record NotAnnounced() implements BeaconOutcome {}

    /** Another value was given before. */
    record GivenBefore() implements BeaconOutcome {}

    /** The release draws nothing. */
    record NoDraw() implements BeaconOutcome {}
}
