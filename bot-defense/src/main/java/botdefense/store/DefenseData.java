package botdefense.store;

import java.nio.file.Path;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** What an operator lays down beside the defense. */
@ConfigMapping(prefix = "defense.data")
public interface DefenseData {

    /**
     * A folder with {@code policy.yaml}, the policy to begin with, and {@code networks/} with files like
     * {@code hosting.csv}, {@code anonymous.txt}, {@code listed.txt}, {@code relay.txt}. Read once, at the start.
     */
    Optional<Path> folder();
}
