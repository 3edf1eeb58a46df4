package botdefense.guard;

import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Singleton;

import botdefense.mark.Marks;
import botdefense.score.Sighting;

/** Remembers what was seen of the client before, and what the page saw of its browser. */
@Singleton
class MarkWitness implements Witness {

    private final Marks marks;

    MarkWitness(Marks marks) {
        this.marks = marks;
    }

    @Override
    public List<Sighting> look(Inquiry inquiry) {
        var seen = new ArrayList<>(marks.of(inquiry.subject()));
        if (!inquiry.marks().isEmpty()) {
            seen.add(Sighting.of("automation-mark", "the page saw marks of automation in its browser"));
        }
        return seen;
    }
}
