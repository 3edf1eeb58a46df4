package rehearsal.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class FanKeysTest {

    @Test
    void everyKeyIsAPointOfTheCurveAndAnother() {
        var curve = ((ECPublicKey) FanKeys.pair().getPublic()).getParams().getCurve();
        var prime = ((ECFieldFp) curve.getField()).getP();
        var keys = new FanKeys();

        var points = Stream.generate(keys::next).limit(50).map(FanKeys::pointOf).map(found -> found.orElseThrow())
                .toList();

        assertThat(points).doesNotHaveDuplicates().allSatisfy(point -> {
            var x = point.getAffineX();
            var right = x.modPow(BigInteger.valueOf(3), prime).add(curve.getA().multiply(x)).add(curve.getB());
            assertThat(point.getAffineY().modPow(BigInteger.TWO, prime)).isEqualTo(right.mod(prime));
        });
    }

    @Test
    void aPointAddedToItselfIsDoubled() {
        var generator = ((ECPublicKey) FanKeys.pair().getPublic()).getParams().getGenerator();

        var thrice = FanKeys.sum(FanKeys.sum(generator, generator), generator);

        assertThat(thrice.getAffineX())
                .isEqualTo(new BigInteger("5ecbe4d1a6330a44c8f7ef951d4bf165e6c6b721efada985fb41661bc6e7fd6c", 16));
    }
}
