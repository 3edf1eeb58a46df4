package waitingroom.draw;

/** SipHash-2-4 (Aumasson, Bernstein 2012) of a message of exactly eight bytes. */
final class SipHash {

    /** The final block of an eight-byte message: nothing but its length in the top byte. */
    private static final long LENGTH_BLOCK = 8L << 56;

    private SipHash() {}

    /**
     * @param key0 first eight bytes of the key, little-endian
     * @param key1 last eight bytes of the key, little-endian
     * @param word the message, little-endian
     */
    static long ofWord(long key0, long key1, long word) {
        var v0 = key0 ^ 0x736f6d6570736575L;
        var v1 = key1 ^ 0x646f72616e646f6dL;
        var v2 = key0 ^ 0x6c7967656e657261L;
        var v3 = key1 ^ 0x7465646279746573L;
        // Steps 0, 1 take the message in, 2, 3 its length, 4 to 7 finish.
        v3 ^= word;
        for (var step = 0; step < 8; step++) {
            v0 += v1;
            v2 += v3;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v1;
            v0 += v3;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 = Long.rotateLeft(v2, 32);
            if (step == 1) {
                v0 ^= word;
                v3 ^= LENGTH_BLOCK;
            } else if (step == 3) {
                v0 ^= LENGTH_BLOCK;
                v2 ^= 0xff;
            }
        }
        return v0 ^ v1 ^ v2 ^ v3;
    }
}
