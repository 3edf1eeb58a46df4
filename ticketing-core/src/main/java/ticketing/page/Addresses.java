package ticketing.page;

/** Addresses as fans see them, for those who read a page elsewhere than on it. */
final class Addresses {

    private Addresses() {}

    static String of(PageConfig config, String path) {
        return config.publicUrl().replaceAll("/+$", "") + path;
    }

    static String ofEvent(PageConfig config, String event) {
        return of(config, "/events/" + event);
    }
}
