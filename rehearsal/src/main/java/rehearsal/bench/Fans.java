package rehearsal.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import rehearsal.load.Crowd;
import rehearsal.load.Fan;
import rehearsal.load.FanKeys;
import rehearsal.load.LoadClient;

/** New fans for a benchmark, through the first step of joining a few thousand at a time. */
final class Fans {

    private final FanKeys keys = new FanKeys();
    private int count;

    List<Fan> joining(int many) {
        var fans = new ArrayList<Fan>(many);
        for (var i = 0; i < many; i++) {
            fans.add(Fan.joining(count++, keys));
        }
        return fans;
    }

    List<Fan> claiming(int many) {
        var fans = new ArrayList<Fan>(many);
        for (var i = 0; i < many; i++) {
            fans.add(Fan.claiming(count++));
        }
        return fans;
    }

    /** Fans who brought their cookie and may take the second step now. */
    List<Fan> welcomed(LoadClient client, int connections, int port, String release, int many) throws IOException {
        var fans = joining(many);
        Crowd.welcome(client, connections, port, release, fans);
        return fans;
    }
}
