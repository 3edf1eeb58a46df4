package ticketing.venue;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import ticketing.database.Database;

@ApplicationScoped
class VenueStore implements PanacheRepositoryBase<Venue, String> {

    private final Database database;

    VenueStore(Database database) {
        this.database = database;
    }

    boolean organizationExists(String organization) {
        return database.first("SELECT 1 FROM organization WHERE id = ?", row -> true, organization).isPresent();
    }

    List<Venue> of(String organization, String after, int limit) {
        return find("organizationId = ?1 and id > ?2", Sort.by("id"), organization, after).range(0, limit - 1).list();
    }

    Optional<String> ownerOf(String venue) {
        return findByIdOptional(venue).map(Venue::organizationId);
    }
}
