package botdefense.guard;

import java.util.List;

import jakarta.inject.Singleton;

import botdefense.network.Networks;
import botdefense.score.Sighting;

/** Sees what kind of network a request comes from. Never enough by itself: fans come from all of them. */
@Singleton
class NetworkWitness implements Witness {

    private final Networks networks;

    NetworkWitness(Networks networks) {
        this.networks = networks;
    }

    @Override
    public List<Sighting> look(Inquiry inquiry) {
        var network = networks.find(inquiry.address().bytes());
        var whose = network.number().map(number -> ", AS" + number).orElse("");
        return switch (network.kind()) {
            case HOSTING -> List.of(Sighting.of("hosting-network", "a data centre's network" + whose));
            case ANONYMOUS -> List.of(Sighting.of("anonymous-network", "a network that hides its users" + whose));
            case LISTED -> List.of(Sighting.of("listed-network", "a network attacks came from" + whose));
            case RELAY, SHARED, OTHER -> List.of();
        };
    }

    @Override
    public boolean isPure() {
        return true;
    }
}
