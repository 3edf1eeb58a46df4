package console.shell;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import console.session.SignedIn;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

/**
 * The console's page: empty, but for the script that fills it. Which page of the console it becomes stands in its
 * address, so that every one can be linked to.
 */
@Path("/admin")
@Produces(MediaType.TEXT_HTML)
@SignedIn
@RunOnVirtualThread
class ShellResource {

    @GET
    public TemplateInstance home(@CookieParam("language") String chosen,
            @HeaderParam("Accept-Language") String wished) {
        return Templates.shell(Language.of(chosen, wished).key());
    }

    /** Files have a dot in their name; nothing the pages are about has. */
    @GET
    @Path("/{page: (?!api(/|$))[^.]+}")
    public TemplateInstance page(@CookieParam("language") String chosen,
            @HeaderParam("Accept-Language") String wished) {
        return Templates.shell(Language.of(chosen, wished).key());
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {}

        static native TemplateInstance shell(String language);
    }
}
