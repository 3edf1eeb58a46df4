package botdefense.network;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import botdefense.network.Network.Kind;

/**
 * What is known of networks: the list of hosting companies that comes along, and an operator's own files. A line is a
 * network, and after commas the number of its autonomous system, with or without {@code AS}, and anything else; the first
 * word of the file's name tells the kind. What an operator says of a network outranks what came along.
 */
public final class NetworkBook {

    private static final String COMMENT = "#";

    private final PrefixMap<Network> networks = new PrefixMap<>();
    private int size;

    /** @param folder with an operator's files, if there is one */
    public static NetworkBook read(Optional<Path> folder) {
        var book = new NetworkBook();
        try (var lines = new BufferedReader(new InputStreamReader(
                NetworkBook.class.getResourceAsStream("/defense/hosting-networks.csv"), StandardCharsets.UTF_8))) {
            book.read(Kind.HOSTING, lines.lines(), line -> {});
        } catch (IOException e) {
            throw new UncheckedIOException("networks are unreadable", e);
        }
        folder.filter(Files::isDirectory).ifPresent(book::readAll);
        return book;
    }

    private void readAll(Path folder) {
        try (var files = Files.list(folder)) {
            files.filter(isNetworks()).sorted().forEach(file -> {
                try (var lines = Files.lines(file)) {
                    read(kindOf(file), lines, line -> {
                        throw new IllegalArgumentException(
                                "%s has a line that is no network: %s".formatted(file, line));
                    });
                } catch (IOException e) {
                    throw new UncheckedIOException("networks are unreadable: " + file, e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("networks are unreadable: " + folder, e);
        }
    }

    private static Predicate<Path> isNetworks() {
        return file -> file.toString().endsWith(".csv") || file.toString().endsWith(".txt");
    }

    private static Kind kindOf(Path file) {
        var word = file.getFileName().toString().split("[^A-Za-z]", 2)[0].toUpperCase(Locale.ROOT);
        return Arrays.stream(Kind.values()).filter(kind -> kind.name().equals(word)).findFirst().orElse(Kind.OTHER);
    }

    private void read(Kind kind, Stream<String> lines, java.util.function.Consumer<String> otherwise) {
        lines.map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith(COMMENT))
                .filter(line -> !line.startsWith("cidr"))
                .forEach(line -> {
                    var parts = line.split("[,;\\s]+", 3);
                    Cidr.parse(parts[0]).ifPresentOrElse(network -> add(network, kind, numberIn(parts)),
                            () -> otherwise.accept(line));
                });
    }

    private void add(Cidr network, Kind kind, Optional<Integer> number) {
        networks.put(network, new Network(kind, number));
        size++;
    }

    private static Optional<Integer> numberIn(String[] parts) {
        var text = parts.length < 2 ? "" : parts[1].replaceFirst("^(?i)as", "");
        return text.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    public Network find(byte[] address) {
        return networks.find(address).orElse(Network.UNKNOWN);
    }

    public int size() {
        return size;
    }
}
