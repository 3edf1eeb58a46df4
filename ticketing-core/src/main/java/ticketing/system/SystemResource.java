package ticketing.system;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import operation.settings.ReadSettings;
import ticketing.access.CurrentCaller;
import ticketing.database.DatabaseTrouble;

/** How the ticketing core is doing, and how it is set, for whoever runs it. */
@Path("/api/ticketing/system")
@RunOnVirtualThread
class SystemResource {

    private final DescribeSystem describe;
    private final ReadSettings settings;
    private final CurrentCaller caller;
    private final SecurityIdentity identity;

    SystemResource(DescribeSystem describe, ReadSettings settings, CurrentCaller caller, SecurityIdentity identity) {
        this.describe = describe;
        this.settings = settings;
        this.caller = caller;
        this.identity = identity;
    }

    @GET
    public SystemView system() {
        demandAdmin();
        return describe.view();
    }

    /** As this instance has them; others may be set otherwise. Secrets are told as set or not, never themselves. */
    @GET
    @Path("/settings")
    public SettingList settings() {
        demandAdmin();
        return new SettingList(settings.all());
    }

    /**
     * While the database is away nobody knows who was sent away lately, and an admin must see that it is: then the
     * signed token's word is enough for this, which shows nobody's data and changes nothing.
     */
    private void demandAdmin() {
        try {
            caller.get().demandAdmin();
        } catch (DatabaseTrouble away) {
            if (!identity.getRoles().contains("admin")) {
                throw away;
            }
        }
    }

    record SettingList(List<ReadSettings.Setting> items) {}
}
