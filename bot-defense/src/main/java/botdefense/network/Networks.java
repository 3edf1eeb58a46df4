package botdefense.network;

import jakarta.inject.Singleton;

import botdefense.store.DefenseData;
import io.quarkus.runtime.Startup;
import org.jboss.logging.Logger;

/** What is known of networks, read once at the start. */
@Startup
@Singleton
public class Networks {

    private static final Logger LOG = Logger.getLogger(Networks.class);

    private final NetworkBook book;

    Networks(DefenseData data) {
        book = NetworkBook.read(data.folder().map(folder -> folder.resolve("networks")));
        LOG.infof("networks are known count=%d", book.size());
    }

    public Network find(byte[] address) {
        return book.find(address);
    }
}
