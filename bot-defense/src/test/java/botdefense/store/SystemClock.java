package botdefense.store;

import java.time.Clock;
import java.time.InstantSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** The clock that a service would bring. */
@ApplicationScoped
public class SystemClock {

    @Produces
    @ApplicationScoped
    InstantSource clock() {
        return Clock.systemUTC();
    }
}
