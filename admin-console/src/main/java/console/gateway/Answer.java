package console.gateway;

import java.io.InputStream;
import java.net.http.HttpHeaders;

/** What a service answered; whoever takes it reads the body to its end or closes it. */
public record Answer(int status, HttpHeaders headers, InputStream body) {}
