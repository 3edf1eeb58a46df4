package ticketing.signin;

import java.util.List;
import java.util.Map;

/** A browser's description of itself in three words, by which people know their own devices again; no more is kept. */
final class DeviceName {

    /** In this order: most browsers also claim to be those behind them. */
    private static final List<Map.Entry<String, String>> BROWSERS = List.of(Map.entry("Edg", "Edge"),
            Map.entry("OPR/", "Opera"), Map.entry("Firefox/", "Firefox"), Map.entry("FxiOS/", "Firefox"),
            Map.entry("Chrome/", "Chrome"), Map.entry("CriOS/", "Chrome"), Map.entry("Safari/", "Safari"));
    private static final List<Map.Entry<String, String>> SYSTEMS = List.of(Map.entry("Windows", "Windows"),
            Map.entry("Android", "Android"), Map.entry("iPhone", "iPhone"), Map.entry("iPad", "iPad"),
            Map.entry("Mac OS X", "macOS"), Map.entry("CrOS", "ChromeOS"), Map.entry("Linux", "Linux"));

    private DeviceName() {}

    /** @param agent what the browser says it is, or null */
    static String of(String agent) {
        var said = agent == null ? "" : agent;
        var browser = find(BROWSERS, said);
        var system = find(SYSTEMS, said);
        if (browser.isEmpty()) {
            return "A program";
        }
        return system.isEmpty() ? browser : browser + " on " + system;
    }

    private static String find(List<Map.Entry<String, String>> marks, String said) {
        return marks.stream().filter(mark -> said.contains(mark.getKey())).map(Map.Entry::getValue).findFirst()
                .orElse("");
    }
}
