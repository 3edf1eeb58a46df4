package ticketing.buyer;

import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.HexFormat;

/**
 * One thing by which a buyer is told again, as a keyed digest.
 *
 * @param digest hex
 */
record Mark(Kind kind, String digest) implements Comparable<Mark> {

    private static final Comparator<Mark> ORDER = Comparator.comparing(Mark::kind).thenComparing(Mark::digest);

    /** What it is a digest of. */
    enum Kind {
        /** The mailbox that the buyer's address leads to. */
        MAILBOX,
        /** The key of the browser that bought. */
        DEVICE,
        /** The card, by the provider's own fingerprint. */
        PAYMENT,
        /** The mailbox of somebody whom a ticket was passed on to. */
        HOLDER
    }

    static Mark of(Kind kind, byte[] digest) {
        return new Mark(kind, HexFormat.of().formatHex(digest));
    }

    /** Who shares the mark at this event takes turns by this number. Two that meet by chance take turns too. */
    long lock(String eventId) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(digest)).getLong() ^ kind.name().hashCode()
                ^ (long) eventId.hashCode() << Integer.SIZE;
    }

    @Override
    public int compareTo(Mark other) {
        return ORDER.compare(this, other);
    }
}
