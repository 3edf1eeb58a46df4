package rehearsal.bench;

import java.util.List;
import java.util.Map;

/**
 * Who comes to a simulated on-sale. Four of five are bots, of five kinds in equal parts.
 *
 * @param solves     whether it runs the page's script, or does the puzzles' work natively
 * @param keyPer     how many of the kind share one device key
 * @param addressPer how many share one address
 * @param mailboxPer how many share one mailbox, each under a name of its own
 * @param marked     whether the page sees that it is automated
 * @param reads      whether it looks at what it buys before it pays
 * @param spins      how often it gives its seats back and takes some again before it pays
 */
record OnSaleKind(String name, boolean solves, int keyPer, int addressPer, int mailboxPer, String network,
        Map<String, String> headers, boolean marked, boolean reads, int spins) {

    private static final String CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like "
            + "Gecko) Chrome/140.0.0.0 Safari/537.36";
    private static final Map<String, String> BROWSER = Map.of("user-agent", CHROME, "accept", "*/*", "accept-language",
            "en-US,en;q=0.9", "accept-encoding", "gzip, deflate, br, zstd", "sec-ch-ua",
            "\"Chromium\";v=\"140\", \"Google Chrome\";v=\"140\"", "sec-ch-ua-mobile", "?0", "sec-ch-ua-platform",
            "\"Windows\"", "sec-fetch-site", "same-origin", "sec-fetch-mode", "cors", "sec-fetch-dest", "empty");

    /** From homes, phones and one campus; all of them in a browser. */
    static final OnSaleKind FANS = new OnSaleKind("fans", true, 1, 4, 1, "93.192.", BROWSER, false, true, 0);
    /** An HTTP library asking as fast as it can. */
    static final OnSaleKind FLOOD = new OnSaleKind("flood", false, 20, 20, 20, "3.0.", Map.of("user-agent",
            "python-requests/2.32.3", "accept", "*/*", "accept-encoding", "gzip, deflate"), false, false, 0);
    /** A key for every request, the agent of a browser and nothing else of it; eight names to a mailbox. */
    static final OnSaleKind FARM = new OnSaleKind("farm of keys", false, 1, 20, 8, "3.1.",
            Map.of("user-agent", CHROME, "accept", "*/*"), false, false, 0);
    /** One place that twenty use. */
    static final OnSaleKind SHARING = new OnSaleKind("token sharing", true, 20, 1, 20, "93.200.", BROWSER, false, false,
            0);
    /** Forged headers, puzzles solved natively; takes seats and gives them back until it has a customer. */
    static final OnSaleKind SPINNING = new OnSaleKind("spinning", true, 1, 4, 1, "3.2.", Map.of("user-agent", CHROME,
            "accept", "*/*", "accept-language", "en-US", "accept-encoding", "gzip, deflate, br", "sec-fetch-site",
            "same-origin", "sec-fetch-mode", "cors"), false, false, 5);
    /** A real browser without a screen, an address, a key and a mailbox for each. */
    static final OnSaleKind PATIENT = new OnSaleKind("patient headless", true, 1, 1, 1, "93.210.", BROWSER, true, true,
            0);

    static final List<OnSaleKind> BOTS = List.of(FLOOD, FARM, SHARING, SPINNING, PATIENT);
}
