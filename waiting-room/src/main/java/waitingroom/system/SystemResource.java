package waitingroom.system;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import operation.settings.ReadSettings;

/** How the waiting room is doing, and how it is set, for whoever runs it. */
@Path("/api/waiting-room/system")
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
class SystemResource {

    private final DescribeSystem describe;
    private final ReadSettings settings;

    SystemResource(DescribeSystem describe, ReadSettings settings) {
        this.describe = describe;
        this.settings = settings;
    }

    @GET
    @RunOnVirtualThread
    public SystemView system() {
        return describe.view();
    }

    /** As this instance has them; others may be set otherwise. Secrets are told as set or not, never themselves. */
    @GET
    @Path("/settings")
    public SettingList settings() {
        return new SettingList(settings.all());
    }

    record SettingList(List<ReadSettings.Setting> items) {}
}
