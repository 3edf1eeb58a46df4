package standalone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is printed once everything is ready: all the addresses, and where the first admin's password is. */
final class Announcement {

    private Announcement() {}

    static List<String> of(Stack stack, StackOptions options, Duration took) {
        var address = "http://localhost:" + options.port();
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add("Ticket D-Saster is ready (%.1f s).".formatted(took.toMillis() / 1000.0));
        lines.add("");
        lines.add(line("Front door", address));
        lines.add(line("Inbox", address + "/inbox"));
        lines.add(line("Admin console", address + "/admin"));
        stack.services().forEach(service -> lines.add(line(service.name(), "http://127.0.0.1:" + service.port())));
        lines.add(line("First admin", stack.admin().email() + ", " + stack.admin().passwordFile()
                .map(file -> "password in " + file).orElse("password as given in ADMIN_PASSWORD")));
        lines.add("");
        lines.add("Stop with Ctrl-C.");
        return lines;
    }

    private static String line(String name, String value) {
        return String.format(Locale.ROOT, "  %-15s %s", name, value);
    }
}
