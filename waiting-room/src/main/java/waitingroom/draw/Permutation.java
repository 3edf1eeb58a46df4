package waitingroom.draw;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A secret order of {@code size} elements of which any single one can be asked for, without making the whole: an
 * alternating Feistel network over the smallest power of two that holds them, walked on until it lands inside
 * (cycle walking; less than two steps on average). Twelve rounds, as format-preserving encryption takes ten.
 *
 * <p>The round function is SipHash-2-4, a keyed function of 128 bits, and not HMAC: nobody can choose inputs before
 * the key is revealed and nothing is secret after it, and a million places take a fraction of a second.
 */
public final class Permutation {

    /** Far beyond any lobby; keeps the round number and a half of the state in one word. */
    public static final long LARGEST = 1L << 40;

    private static final int ROUNDS = 12;

    private final long key0;
    private final long key1;
    private final long size;
    private final int rightBits;
    private final long leftMask;
    private final long rightMask;

    Permutation(ByteBuffer key, long size) {
        if (size < 1 || size > LARGEST) {
            throw new IllegalArgumentException("size out of range: " + size);
        }
        var words = key.slice().order(ByteOrder.LITTLE_ENDIAN);
        this.key0 = words.getLong();
        this.key1 = words.getLong();
        this.size = size;
        var bits = Math.max(2, Long.SIZE - Long.numberOfLeadingZeros(size - 1));
        this.rightBits = bits - bits / 2;
        this.leftMask = (1L << bits / 2) - 1;
        this.rightMask = (1L << rightBits) - 1;
    }

    public long size() {
        return size;
    }

    /** The place, from 1, of whoever came to the lobby as number {@code index}, from 0. */
    public long placeOf(long index) {
        requireInside(index);
        var walked = index;
        do {
            walked = forward(walked);
        } while (walked >= size);
        return walked + 1;
    }

    /** Whose place it is: the inverse of {@link #placeOf}. */
    public long indexOf(long place) {
        requireInside(place - 1);
        var walked = place - 1;
        do {
            walked = backward(walked);
        } while (walked >= size);
        return walked;
    }

    private long forward(long value) {
        var left = value >>> rightBits;
        var right = value & rightMask;
        for (var round = 0; round < ROUNDS; round += 2) {
            left ^= function(round, right) & leftMask;
            right ^= function(round + 1, left) & rightMask;
        }
        return left << rightBits | right;
    }

    private long backward(long value) {
        var left = value >>> rightBits;
        var right = value & rightMask;
        for (var round = ROUNDS - 2; round >= 0; round -= 2) {
            right ^= function(round + 1, left) & rightMask;
            left ^= function(round, right) & leftMask;
        }
        return left << rightBits | right;
    }

    private long function(int round, long half) {
        return SipHash.ofWord(key0, key1, (long) round << 56 | half);
    }

    private void requireInside(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("not in a lobby of " + size + ": " + index);
        }
    }
}
