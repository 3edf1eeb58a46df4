package botdefense.client;

/**
 * One station on the way from us back to the client.
 *
 * @param address as written; {@code unreadable} where it was no address
 * @param source  {@code peer} for the connection itself, else the header's name
 * @param trusted whether what it says about the next station is believed
 */
public record Hop(String address, String source, boolean trusted) {}
