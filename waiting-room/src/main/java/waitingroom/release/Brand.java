package waitingroom.release;

/**
 * How the organizer shows itself on the queue page; what is empty is not shown.
 *
 * @param color as {@code #rrggbb}; the page uses shades of it that can be read
 * @param logo  address of a picture, here or elsewhere by https
 */
public record Brand(String name, String color, String logo) {

    public static final Brand NONE = new Brand("", "", "");
}
