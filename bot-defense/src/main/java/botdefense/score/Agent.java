package botdefense.score;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a {@code User-Agent} claims to be.
 *
 * @param version the browser's major version; 0 where it is not told
 */
record Agent(Claim claim, Engine engine, int version, Platform platform, boolean mobile, boolean inApp) {

    static final Agent NONE = new Agent(Claim.NOTHING, Engine.OTHER, 0, Platform.OTHER, false, false);

    private static final Pattern CHROMIUM = Pattern.compile("(?:Chrome|Chromium)/(\\d{1,4})");
    private static final Pattern FIREFOX = Pattern.compile("Firefox/(\\d{1,4})");
    private static final Pattern SAFARI = Pattern.compile("Version/(\\d{1,4})");

    /** What kind of client it says it is. */
    enum Claim {
        BROWSER, NOTHING, CRAWLER, LIBRARY, HEADLESS, OTHER_BOT
    }

    /** What fetches and renders; every browser on iOS has Safari's. */
    enum Engine {
        CHROMIUM, FIREFOX, SAFARI, OTHER
    }

    /** As the agent says; hints name the same ones. */
    enum Platform {
        WINDOWS("Windows"), MAC("macOS"), ANDROID("Android"), IOS("iOS"), CHROME_OS("Chrome OS"), LINUX("Linux"), OTHER(
                "");

        private final String hint;

        Platform(String hint) {
            this.hint = hint;
        }

        boolean fits(String told) {
            return this == OTHER || this == IOS || told.isEmpty() || told.equals(hint)
                    || this == CHROME_OS && told.equals("Chromium OS");
        }
    }

    static Agent read(String text, Claim claim) {
        var platform = platformOf(text);
        var mobile = text.contains("Mobile");
        var inApp = text.contains("; wv)") || text.contains("Version/4.0 Chrome/");
        if (platform == Platform.IOS) {
            return new Agent(claim, Engine.SAFARI, numberIn(SAFARI.matcher(text)), platform, mobile, inApp);
        }
        if (text.contains("Firefox/")) {
            return new Agent(claim, Engine.FIREFOX, numberIn(FIREFOX.matcher(text)), platform, mobile, inApp);
        }
        if (text.contains("Chrome/") || text.contains("Chromium/")) {
            return new Agent(claim, Engine.CHROMIUM, numberIn(CHROMIUM.matcher(text)), platform, mobile, inApp);
        }
        return text.contains("Safari/")
                ? new Agent(claim, Engine.SAFARI, numberIn(SAFARI.matcher(text)), platform, mobile, inApp)
                : new Agent(claim, Engine.OTHER, 0, platform, mobile, inApp);
    }

    private static Platform platformOf(String text) {
        if (text.contains("iPhone") || text.contains("iPad") || text.contains("iPod")) {
            return Platform.IOS;
        }
        if (text.contains("Android")) {
            return Platform.ANDROID;
        }
        if (text.contains("Windows NT")) {
            return Platform.WINDOWS;
        }
        if (text.contains("Macintosh")) {
            return Platform.MAC;
        }
        if (text.contains("CrOS")) {
            return Platform.CHROME_OS;
        }
        return text.contains("Linux") ? Platform.LINUX : Platform.OTHER;
    }

    private static int numberIn(Matcher version) {
        return version.find() ? Integer.parseInt(version.group(1)) : 0;
    }
}
