package ticketing.referral;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a visitor of an event's page came from, as far as it is anybody's business: the tag of the link that an
 * organizer gave out ({@code ?from=newsletter}), else the name of the site the link stood on. No path, no query.
 */
record Source(Kind kind, String name) {

    static final Source DIRECT = new Source(Kind.DIRECT, "");
    static final Source OTHER = new Source(Kind.OTHER, "");

    private static final Pattern TAG = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");
    private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,98}[a-z0-9])?");
    private static final int LONGEST_REFERER = 2_000;

    enum Kind {
        TAG, SITE, DIRECT, OTHER
    }

    /**
     * @param tag     as it stands in the page's address; null where none does
     * @param referer the header of that name; null where none was sent
     * @param own     the host fans see us at: what leads from our own pages to another came from nowhere else
     */
    static Source of(String tag, String referer, String own) {
        return tag(tag).or(() -> site(referer, own)).orElse(DIRECT);
    }

    private static Optional<Source> tag(String tag) {
        return Optional.ofNullable(tag).map(text -> text.strip().toLowerCase(Locale.ROOT))
                .filter(text -> TAG.matcher(text).matches()).map(text -> new Source(Kind.TAG, text));
    }

    private static Optional<Source> site(String referer, String own) {
        if (referer == null || referer.length() > LONGEST_REFERER) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(new URI(referer).getHost())
                    .map(host -> host.toLowerCase(Locale.ROOT).replaceFirst("^www[.]", ""))
                    .filter(host -> HOST.matcher(host).matches() && !host.equals(own))
                    .map(host -> new Source(Kind.SITE, host));
        } catch (URISyntaxException nothingWeKnow) {
            return Optional.empty();
        }
    }
}
