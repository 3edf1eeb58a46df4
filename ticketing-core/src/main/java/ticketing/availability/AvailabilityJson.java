package ticketing.availability;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import ticketing.availability.StreamMessage.Told;

/** Writes what is told of seats, once for all who watch. */
@ApplicationScoped
class AvailabilityJson {

    private final ObjectMapper mapper;

    AvailabilityJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    Told snapshot(Snapshot snapshot) {
        return new Told("snapshot", snapshot.version(), write(snapshot));
    }

    Told change(Change change) {
        return new Told("change", change.version(), write(change));
    }

    String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("availability that is no JSON", e);
        }
    }
}
