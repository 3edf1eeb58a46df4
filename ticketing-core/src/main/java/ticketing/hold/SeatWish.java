package ticketing.hold;

import java.util.List;

/** What a fan asks to hold. */
sealed interface SeatWish {

    int quantity();

    /** These very seats. */
    record Chosen(List<String> seats) implements SeatWish {

        public Chosen {
            seats = List.copyOf(seats);
        }

        @Override
        public int quantity() {
            return seats.size();
        }
    }

    /**
     * The best ones of a category; together means side by side in one row.
     *
     * @param accessible at least one of them is for a wheelchair, the others beside it
     */
    record Best(String category, int quantity, boolean together, boolean accessible) implements SeatWish {}

    /** Places in an area without seats. */
    record Standing(String area, int quantity) implements SeatWish {}
}
