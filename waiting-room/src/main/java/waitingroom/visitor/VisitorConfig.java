package waitingroom.visitor;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How fans' browsers are recognized. */
@ConfigMapping(prefix = "waiting-room.visitor")
interface VisitorConfig {

    /** What fans see in front of us. With https the cookie travels over nothing else. */
    @WithDefault("http://localhost:8080")
    String publicUrl();
}
