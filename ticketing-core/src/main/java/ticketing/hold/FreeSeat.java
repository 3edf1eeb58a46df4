package ticketing.hold;

/**
 * A seat that looked free a moment ago.
 *
 * @param row        the row it is in, told apart from rows of the same name elsewhere
 * @param remoteness how far it is from where everybody wants to be; lower is better
 * @param accessible for a wheelchair
 * @param companion  beside one, for whoever comes along
 */
record FreeSeat(String id, int position, String row, double remoteness, boolean accessible, boolean companion) {

    /** Kept for those who need it, as long as there are others. */
    boolean isKept() {
        return accessible || companion;
    }
}
