package console.upstream;

import java.util.Optional;

/** In whose name the services are asked. */
public interface Caller {

    /** What the {@code Authorization} header says; empty when nobody is signed in. */
    Optional<String> bearer();
}
