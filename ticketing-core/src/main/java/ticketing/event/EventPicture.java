package ticketing.event;

/**
 * The picture of an event.
 *
 * @param url         never shows anything else, because the content's digest is part of it
 * @param smallUrl    the same, small enough for a list
 * @param alternative what it shows, for those who do not see it
 */
public record EventPicture(String url, String smallUrl, int width, int height, String alternative) {

    /** @param digest of its content */
    public static EventPicture of(String event, String digest, int width, int height, String alternative) {
        var url = "/api/ticketing/event-pictures/" + event + "/" + digest;
        return new EventPicture(url, url + "/small", width, height, alternative);
    }
}
