package ticketing.signin;

import java.util.Optional;

/**
 * Where an attempt to sign in comes from.
 *
 * @param subscriber whom attempts are counted for: an address, or an IPv6 network of 64 bits
 * @param network    what of it may be written down
 * @param device     such as {@code Firefox on Linux}
 * @param knownDevice what this device was given when it last signed in
 */
record Origin(String subscriber, String network, String device, Optional<String> knownDevice) {}
