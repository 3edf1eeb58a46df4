package rehearsal.load;

/** What a server answered. Good until the next request on its connection. */
public interface Answer {

    int status();

    /** All of it, head and body. */
    String text();

    /** The value of a cookie it sets; empty if it sets none of that name. */
    default String cookie(String name) {
        var text = text();
        var start = text.indexOf("et-cookie: " + name + "=");
        if (start < 0) {
            start = text.indexOf("et-Cookie: " + name + "=");
        }
        if (start < 0) {
            return "";
        }
        var value = start + "et-cookie: ".length() + name.length() + 1;
        return text.substring(value, endOf(text, value));
    }

    private static int endOf(String text, int from) {
        var end = from;
        while (end < text.length() && text.charAt(end) != ';' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    /** The text that follows a name in the body's JSON; empty if there is none. For texts without quotes in them. */
    default String word(String field) {
        var text = text();
        var name = "\"" + field + "\":\"";
        var start = text.indexOf(name);
        return start < 0
                ? ""
                : text.substring(start + name.length(), text.indexOf('"', start + name.length()));
    }

    /** The number that follows a name in the body's JSON; -1 if there is none. */
    default long number(String field) {
        var text = text();
        var start = text.indexOf("\"" + field + "\":");
        if (start < 0) {
            return -1;
        }
        var digits = start + field.length() + 3;
        var end = digits;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end == digits ? -1 : Long.parseLong(text.substring(digits, end));
    }
}
