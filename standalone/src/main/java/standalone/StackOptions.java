package standalone;

import java.nio.file.Path;

/**
 * What the command line says.
 *
 * @param home  where the project was built
 * @param empty no demo data
 */
record StackOptions(int port, Path data, boolean empty, int services, Path home) {

    static final int USUAL_PORT = 8080;

    /** One of each at the usual port: then the services have their usual ports as well. */
    boolean usual() {
        return port == USUAL_PORT && services == 1;
    }
}
