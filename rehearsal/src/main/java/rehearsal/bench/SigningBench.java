package rehearsal.bench;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.ArrayList;
import java.util.List;

/** Signing and verifying an admission token with ES256 beside Ed25519, both of the JDK, on one thread. */
final class SigningBench implements Benchmark {

    private static final int TOKEN_BYTES = 420;
    private static final int WARM_UP = 3_000;

    @Override
    public String name() {
        return "signing";
    }

    @Override
    public String about() {
        return "signing and verifying tokens: ES256 beside Ed25519";
    }

    @Override
    public Result run(Workshop workshop) throws IOException {
        try {
            var curve = new Algorithm("SHA256withECDSAinP1363Format", pair("EC"));
            var edwards = new Algorithm("Ed25519", pair("Ed25519"));
            return compare(workshop, curve, edwards);
        } catch (GeneralSecurityException e) {
            throw new IOException("this JVM lacks an algorithm", e);
        }
    }

    private Result compare(Workshop workshop, Algorithm curve, Algorithm edwards) throws GeneralSecurityException {
        for (var i = 0; i < WARM_UP; i++) {
            curve.verify(curve.sign());
            edwards.verify(edwards.sign());
        }
        var rates = List.of(new ArrayList<Double>(), new ArrayList<Double>(), new ArrayList<Double>(),
                new ArrayList<Double>());
        for (var round = 0; round < workshop.rounds(); round++) {
            var algorithms = List.of(curve, edwards);
            for (var i = 0; i < 2; i++) {
                var algorithm = algorithms.get(i);
                var signature = algorithm.sign();
                rates.get(i).add(perSecond(workshop, algorithm::sign));
                rates.get(2 + i).add(perSecond(workshop, () -> algorithm.verify(signature)));
            }
        }
        var result = new Result(name()).axes("round", "per second on one core")
                .figure("signature bytes of ES256", curve.sign().length)
                .figure("signature bytes of Ed25519", edwards.sign().length);
        var labels = List.of("ES256 sign", "Ed25519 sign", "ES256 verify", "Ed25519 verify");
        for (var i = 0; i < labels.size(); i++) {
            result.figure(labels.get(i) + " per second", Turns.median(rates.get(i))).rounds(labels.get(i),
                    rates.get(i));
        }
        return result.figure("Ed25519 / ES256, sign", Turns.median(rates.get(1)) / Turns.median(rates.get(0)))
                .figure("Ed25519 / ES256, verify", Turns.median(rates.get(3)) / Turns.median(rates.get(2)));
    }

    /** One use of a key. */
    @FunctionalInterface
    private interface Work {
        Object run() throws GeneralSecurityException;
    }

    private static double perSecond(Workshop workshop, Work work) throws GeneralSecurityException {
        var start = System.nanoTime();
        var until = start + workshop.slice().toNanos() / 2;
        var done = 0L;
        while (System.nanoTime() < until) {
            work.run();
            done++;
        }
        return done * 1e9 / (System.nanoTime() - start);
    }

    private static KeyPair pair(String kind) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance(kind);
        if (kind.equals("EC")) {
            generator.initialize(256);
        }
        return generator.generateKeyPair();
    }

    private record Algorithm(String name, KeyPair pair) {

        byte[] sign() throws GeneralSecurityException {
            var signature = Signature.getInstance(name);
            signature.initSign(pair.getPrivate());
            signature.update(new byte[TOKEN_BYTES]);
            return signature.sign();
        }

        boolean verify(byte[] signed) throws GeneralSecurityException {
            var signature = Signature.getInstance(name);
            signature.initVerify(pair.getPublic());
            signature.update(new byte[TOKEN_BYTES]);
            return signature.verify(signed);
        }
    }
}
