package ticketing.staff;

import java.time.InstantSource;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ticketing.audit.AuditTrail;

@ApplicationScoped
class CreateOrganization {

    private final OrganizationStore organizations;
    private final AuditTrail audit;
    private final InstantSource clock;

    CreateOrganization(OrganizationStore organizations, AuditTrail audit, InstantSource clock) {
        this.organizations = organizations;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Organization create(String name, UUID by) {
        var organization = new Organization(name.strip(), clock.instant());
        organizations.persistAndFlush(organization);
        audit.record(by, organization.id(), "organization.created", organization.id());
        return organization;
    }
}
