package ticketing.picture;

/** The measures of a picture, in pixels. */
record Frame(int width, int height) {

    boolean fits(int leastSide, int mostSide) {
        return Math.min(width, height) >= leastSide && Math.max(width, height) <= mostSide;
    }
}
