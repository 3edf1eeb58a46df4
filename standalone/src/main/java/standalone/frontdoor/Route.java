package standalone.frontdoor;

/** Where a request belongs, by its path alone. */
enum Route {
    WAITING_ROOM, CORE, CONSOLE, INBOX,
    /** Health, metrics, API descriptions: for the machine itself, never through the front door. */
    HIDDEN;

    static Route of(RequestPath path) {
        if (path.mayBeWithin("/q")) {
            return HIDDEN;
        }
        if (path.within("/queue") || path.within("/api/waiting-room")) {
            return WAITING_ROOM;
        }
        if (path.within("/admin")) {
            return CONSOLE;
        }
        return path.within("/inbox") ? INBOX : CORE;
    }
}
