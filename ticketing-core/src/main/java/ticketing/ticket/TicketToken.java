package ticketing.ticket;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import ticketing.order.Ticket;
import ticketing.secret.TicketKey;

/**
 * What a ticket's QR code says: who admits whom to which seat, signed, so that a scanner can check it without network.
 * The form is told in docs/tickets.md; a change of it is a new version, because tickets live for months.
 */
@ApplicationScoped
public class TicketToken {

    private static final String PREFIX = "TDS1.";
    private static final int UUID_BYTES = 16;
    private static final int SIGNATURE_BYTES = 64;

    private final Ed25519PrivateKeyParameters key;

    TicketToken(TicketKey secret) {
        this.key = new Ed25519PrivateKeyParameters(secret.derive("ticket-signing", "1"));
    }

    public String of(String eventId, Ticket ticket) {
        var payload = payload(eventId, ticket);
        var signed = new ByteArrayOutputStream();
        signed.writeBytes(payload);
        signed.writeBytes(sign(payload));
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(signed.toByteArray());
    }

    /** What a genuine token says; empty for every other text. Whether the ticket is still valid, the books say. */
    public Optional<Claim> read(String token) {
        var bytes = decode(token);
        if (bytes.length <= UUID_BYTES + SIGNATURE_BYTES) {
            return Optional.empty();
        }
        var payload = Arrays.copyOf(bytes, bytes.length - SIGNATURE_BYTES);
        var signature = Arrays.copyOfRange(bytes, bytes.length - SIGNATURE_BYTES, bytes.length);
        return isSigned(payload, signature) ? claim(payload) : Optional.empty();
    }

    private static Optional<Claim> claim(byte[] payload) {
        var bytes = ByteBuffer.wrap(payload);
        var id = new UUID(bytes.getLong(), bytes.getLong());
        var text = new String(payload, UUID_BYTES, payload.length - UUID_BYTES, StandardCharsets.UTF_8);
        var end = text.indexOf('\n');
        return end < 0 ? Optional.empty() : Optional.of(new Claim(id, text.substring(0, end), text.substring(end + 1)));
    }

    /** Which ticket it is, for which event and seat. */
    public record Claim(UUID ticket, String event, String seat) {}

    /** The public half of the key, 32 bytes in base64url, as an OKP JWK has it in {@code x}. */
    String publicKey() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(publicKeyOf().getEncoded());
    }

    private Ed25519PublicKeyParameters publicKeyOf() {
        return key.generatePublicKey();
    }

    private static byte[] payload(String eventId, Ticket ticket) {
        var text = (eventId + '\n' + ticket.seatId()).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(UUID_BYTES + text.length)
                .putLong(ticket.id().getMostSignificantBits())
                .putLong(ticket.id().getLeastSignificantBits())
                .put(text)
                .array();
    }

    private byte[] sign(byte[] payload) {
        var signer = new Ed25519Signer();
        signer.init(true, key);
        update(signer, payload);
        return signer.generateSignature();
    }

    private boolean isSigned(byte[] payload, byte[] signature) {
        var signer = new Ed25519Signer();
        signer.init(false, publicKeyOf());
        update(signer, payload);
        return signer.verifySignature(signature);
    }

    /** The prefix is signed too, so that a token of another version can never be taken for this one. */
    private static void update(Ed25519Signer signer, byte[] payload) {
        var prefix = PREFIX.getBytes(StandardCharsets.US_ASCII);
        signer.update(prefix, 0, prefix.length);
        signer.update(payload, 0, payload.length);
    }

    private static byte[] decode(String token) {
        try {
            return token.startsWith(PREFIX)
                    ? Base64.getUrlDecoder().decode(token.substring(PREFIX.length()))
                    : new byte[0];
        } catch (IllegalArgumentException noBase64) {
            return new byte[0];
        }
    }
}
