package botdefense.guard;

import java.util.List;

import jakarta.inject.Singleton;

import botdefense.score.HeaderRules;
import botdefense.score.Sighting;
import io.quarkus.runtime.Startup;

/** Sees what a request says of itself. */
@Startup
@Singleton
class HeaderWitness implements Witness {

    private final HeaderRules rules = new HeaderRules();

    @Override
    public List<Sighting> look(Inquiry inquiry) {
        return inquiry.headers().map(rules::look).orElse(List.of());
    }

    @Override
    public boolean isPure() {
        return true;
    }
}
