package ticketing.picture;

/** What became of looking at a file that should be a picture. */
sealed interface PictureReading {

    record Readable(Picture picture) implements PictureReading {}

    /** @param why what is wrong with it and what to do, for whoever sent it */
    record Unreadable(String why) implements PictureReading {}
}
