package standalone.mail;

import static java.net.http.HttpResponse.BodyHandlers.ofByteArray;
import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import standalone.process.Ports;

class InboxIT {

    private static final String LINK = "http://localhost:8080/orders/ABC#s3cret";

    @TempDir
    private Path directory;

    private final Vertx vertx = Vertx.vertx();
    private final Ports ports = new Ports();
    private final int smtp = ports.free();
    private final int http = ports.free();
    private final HttpClient client = HttpClient.newHttpClient();
    private MailCatcher catcher;

    @BeforeEach
    void start() throws Exception {
        var mails = new MailFolder(directory, InstantSource.system());
        catcher = new MailCatcher(smtp, mails);
        catcher.start();
        vertx.createHttpServer().requestHandler(new Inbox(mails)).listen(http, "127.0.0.1").toCompletionStage()
                .toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @AfterEach
    void stop() throws Exception {
        catcher.stop();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void anEmptyInboxSaysSo() throws Exception {
        assertThat(get("/inbox").body()).contains("No mail yet");
        assertThat(new JsonObject(get("/inbox/messages").body()).getJsonArray("items")).isEmpty();
    }

    @Test
    void aMailIsListedAndShownWithItsLinkAndItsTickets() throws Exception {
        send("fan@example.org", "Your tickets für <b>tonight</b>");

        var item = new JsonObject(get("/inbox/messages?to=fan@example.org").body()).getJsonArray("items")
                .getJsonObject(0);
        var page = get("/inbox/" + item.getString("id"));
        var file = client.send(request(item.getJsonArray("attachments").getJsonObject(0).getString("path")),
                ofByteArray());

        assertThat(item.getString("subject")).isEqualTo("Your tickets für <b>tonight</b>");
        assertThat(get("/inbox").body()).contains("&lt;b&gt;tonight").doesNotContain("<b>tonight");
        assertThat(page.body()).contains("href=\"" + LINK + "\"").contains("tickets.pdf").contains("<iframe");
        assertThat(file.body()).isEqualTo("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment");
        assertThat(new JsonObject(get("/inbox/messages/" + item.getString("id")).body()).getString("text"))
                .contains(LINK);
    }

    @Test
    void richTextMayShowItselfAndNothingElse() throws Exception {
        send("fan@example.org", "Rich");
        var id = new JsonObject(get("/inbox/messages").body()).getJsonArray("items").getJsonObject(0).getString("id");

        var rich = get("/inbox/" + id + "/html");

        assertThat(rich.body()).contains("<script>").contains(LINK);
        assertThat(rich.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("sandbox")
                .contains("default-src 'none'").doesNotContain("allow-scripts");
    }

    @Test
    void mailsAreNewestFirstAndForTheirRecipientOnly() throws Exception {
        send("one@example.org", "first");
        send("two@example.org", "second");

        var all = new JsonObject(get("/inbox/messages").body()).getJsonArray("items");
        var one = new JsonObject(get("/inbox/messages?to=one@example.org").body()).getJsonArray("items");

        assertThat(all).hasSize(2);
        assertThat(all.getJsonObject(0).getString("subject")).isEqualTo("second");
        assertThat(one).hasSize(1);
    }

    @Test
    void aForeignNameForThisMachineIsRefused() throws Exception {
        try (var socket = new Socket("127.0.0.1", http)) {
            socket.getOutputStream().write("GET /inbox HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 403").contains("application/problem+json");
        }
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        for (var path : new String[]{ "/inbox/7", "/inbox/7/html", "/inbox/7/attachments/0", "/inbox/x",
                "/inbox/messages/20260101-000000-000-000001" }) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    private void send(String recipient, String subject) throws MessagingException {
        var settings = new Properties();
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty("mail.smtp.port", String.valueOf(smtp));
        var message = new MimeMessage(Session.getInstance(settings));
        message.setFrom(new InternetAddress("tickets@example.org"));
        message.addRecipient(RecipientType.TO, new InternetAddress(recipient));
        message.setSubject(subject, "UTF-8");
        var alternative = new MimeMultipart("alternative");
        alternative.addBodyPart(text("Your order: " + LINK, "plain"));
        alternative.addBodyPart(text("<a href=\"" + LINK + "\">Your order</a><script>alert(1)</script>", "html"));
        var body = new MimeBodyPart();
        body.setContent(alternative);
        var file = new MimeBodyPart();
        file.setDataHandler(new DataHandler(new ByteArrayDataSource("%PDF".getBytes(StandardCharsets.US_ASCII),
                "application/pdf")));
        file.setFileName("tickets.pdf");
        message.setContent(new MimeMultipart(body, file));
        Transport.send(message);
    }

    private static MimeBodyPart text(String text, String kind) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, "UTF-8", kind);
        return part;
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path), ofString());
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + http + path)).build();
    }
}
