package rehearsal.load;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Requests as bytes, as a front door would hand them on. */
public final class Http {

    private Http() {}

    public static byte[] get(int port, String path, Map<String, String> headers) {
        return (head("GET", port, path, headers) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    public static byte[] post(int port, String path, Map<String, String> headers, String json) {
        return (head("POST", port, path, headers) + "Content-Type: application/json\r\nContent-Length: "
                + json.length() + "\r\n\r\n" + json).getBytes(StandardCharsets.US_ASCII);
    }

    private static String head(String method, int port, String path, Map<String, String> headers) {
        var head = new StringBuilder(512).append(method).append(' ').append(path)
                .append(" HTTP/1.1\r\nHost: 127.0.0.1:")
                .append(port).append("\r\n");
        headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.toString();
    }
}
