package waitingroom.fairness;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One line of a release's fairness log: what happened to somebody's place, or to the rules of all. The line is what is
 * hashed, so each event has exactly one spelling: a word, the moment in epoch milliseconds, and the fields, one space
 * between, no field empty. {@code docs/fairness-log.md} freezes it.
 */
public sealed interface LogEntry {

    /** Moment of the store's clock, epoch ms. */
    long at();

    /** The line itself. */
    String encode();

    /** Came to the lobby of a release whose places will be drawn; indexes count from 0 without a gap. */
    record Lobby(long at, String visitor, long index) implements LogEntry {
        @Override
        public String encode() {
            return line("lobby", at, visitor, index);
        }
    }

    /** Has a place at the end of the queue; places count from 1, or from the lobby's size on, without a gap. */
    record Join(long at, String visitor, long place) implements LogEntry {
        @Override
        public String encode() {
            return line("join", at, visitor, place);
        }
    }

    /** The store had lost the last moments; the visitor's own cookie brought the place back. */
    record Restore(long at, String visitor, String place) implements LogEntry {
        @Override
        public String encode() {
            return line("restore", at, visitor, place);
        }
    }

    /** The fan took the place, or the lobby index, along to another device. */
    record Move(long at, String visitor, String place) implements LogEntry {
        @Override
        public String encode() {
            return line("move", at, visitor, place);
        }
    }

    /** The lobby is closed; the tree up to and including this entry is what the draw is made from. */
    record Close(long at, long size) implements LogEntry {
        @Override
        public String encode() {
            return line("close", at, size);
        }
    }

    /** The seed is revealed; from here on every place of the lobby is known. The beacon is base64url, or a dash. */
    record Drawn(long at, long size, String root, String seed, String beacon) implements LogEntry {
        @Override
        public String encode() {
            return line("draw", at, size, root, seed, beacon);
        }
    }

    /** It is the turn of the places first to last, both inclusive. */
    record Call(long at, long first, long last) implements LogEntry {
        @Override
        public String encode() {
            return line("call", at, first, last);
        }
    }

    /** An admission was issued. */
    record Admit(long at, long place) implements LogEntry {
        @Override
        public String encode() {
            return line("admit", at, place);
        }
    }

    /** An admission was issued while the store was away, because the operator had opened all the same; told later. */
    record Bypass(long at, long place) implements LogEntry {
        @Override
        public String encode() {
            return line("bypass", at, place);
        }
    }

    /** Nobody was called since that moment: the store was away, or no instance was there. */
    record Stop(long at, long since) implements LogEntry {
        @Override
        public String encode() {
            return line("stop", at, since);
        }
    }

    /** A turn was not taken in time. */
    record Expire(long at, long place) implements LogEntry {
        @Override
        public String encode() {
            return line("expire", at, place);
        }
    }

    /** A place, an admission, or before the draw a lobby index (with a tilde before it) was given up. */
    record Leave(long at, String place) implements LogEntry {
        @Override
        public String encode() {
            return line("leave", at, place);
        }
    }

    /** A place was put aside for somebody to look at it, or came back from there. */
    record Review(long at, long place, String step) implements LogEntry {
        @Override
        public String encode() {
            return line("review", at, place, step);
        }
    }

    /** The operator changed the mode. */
    record Mode(long at, String mode) implements LogEntry {
        @Override
        public String encode() {
            return line("mode", at, mode);
        }
    }

    /** Why the operator changed the mode in the entry before; base64url. */
    record Reason(long at, String text) implements LogEntry {
        @Override
        public String encode() {
            return line("reason", at, text);
        }
    }

    /** The operator announced which public randomness will be mixed into the draw; base64url. */
    record Beacon(long at, String source) implements LogEntry {
        @Override
        public String encode() {
            return line("beacon", at, source);
        }
    }

    /** The operator set how many are admitted in a minute, and how many at once. */
    record Cap(long at, long ratePerMinute, long maxActive) implements LogEntry {
        @Override
        public String encode() {
            return line("cap", at, ratePerMinute, maxActive);
        }
    }

    /** Reads a line; refuses everything that is not exactly what {@link #encode} writes. */
    static LogEntry parse(String line) {
        var fields = List.of(line.split(" ", -1));
        var entry = Reader.read(fields);
        if (!entry.encode().equals(line)) {
            throw new IllegalArgumentException("not a spelling of a log entry");
        }
        return entry;
    }

    private static String line(Object... fields) {
        return Stream.of(fields).map(Object::toString).collect(Collectors.joining(" "));
    }

    /** From fields to entries; a line too short or with a number that is none is refused. */
    final class Reader {

        private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");

        private final List<String> fields;

        private Reader(List<String> fields) {
            this.fields = fields;
        }

        static LogEntry read(List<String> fields) {
            var reader = new Reader(fields);
            return switch (fields.getFirst()) {
                case "lobby" -> new Lobby(reader.at(), reader.text(2), reader.number(3));
                case "join" -> new Join(reader.at(), reader.text(2), reader.number(3));
                case "restore" -> new Restore(reader.at(), reader.text(2), reader.text(3));
                case "move" -> new Move(reader.at(), reader.text(2), reader.text(3));
                case "close" -> new Close(reader.at(), reader.number(2));
                case "draw" -> new Drawn(reader.at(), reader.number(2), reader.text(3), reader.text(4), reader.text(5));
                case "call" -> new Call(reader.at(), reader.number(2), reader.number(3));
                case "admit" -> new Admit(reader.at(), reader.number(2));
                case "bypass" -> new Bypass(reader.at(), reader.number(2));
                case "stop" -> new Stop(reader.at(), reader.number(2));
                case "expire" -> new Expire(reader.at(), reader.number(2));
                case "leave" -> new Leave(reader.at(), reader.text(2));
                case "review" -> new Review(reader.at(), reader.number(2), reader.text(3));
                case "mode" -> new Mode(reader.at(), reader.text(2));
                case "reason" -> new Reason(reader.at(), reader.text(2));
                case "beacon" -> new Beacon(reader.at(), reader.text(2));
                case "cap" -> new Cap(reader.at(), reader.number(2), reader.number(3));
                default -> throw new IllegalArgumentException("unknown kind of log entry");
            };
        }

        private long at() {
            return number(1);
        }

        private long number(int field) {
            if (!NUMBER.matcher(text(field)).matches()) {
                throw new IllegalArgumentException("not a number in a log entry");
            }
            return Long.parseLong(text(field));
        }

        private String text(int field) {
            if (field >= fields.size() || fields.get(field).isEmpty()) {
                throw new IllegalArgumentException("log entry too short");
            }
            return fields.get(field);
        }
    }
}
