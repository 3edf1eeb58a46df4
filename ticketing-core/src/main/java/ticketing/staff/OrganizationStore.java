package ticketing.staff;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@ApplicationScoped
class OrganizationStore implements PanacheRepositoryBase<Organization, String> {}
