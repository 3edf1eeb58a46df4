package rehearsal.bench;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.Random;

import rehearsal.load.Answer;
import rehearsal.load.Http;
import rehearsal.load.Requests;

/**
 * Fans who do all of it: enter the shop, hold, pay. Each connection is one fan after another. Whether they fight over
 * seats is up to how they choose.
 */
final class Buyers implements Requests {

    private enum Step {
        ENTER, HOLD, PAY
    }

    /** How a fan picks seats. */
    interface Choice {

        /** The numbers of the seats to try for; empty when there is nothing left to buy. */
        int[] next();

        /** Somebody has these: they are not worth another try. */
        default void gone(int[] seats) {}
    }

    /** Two seats that nobody else wants, in order. */
    static Choice apart(int seats) {
        return new Choice() {

            private int next = 1;

            @Override
            public int[] next() {
                next += 2;
                return next - 1 > seats ? new int[0] : new int[]{ next - 2, next - 1 };
            }
        };
    }

    /** One to four seats at random among those that do not look sold, so that everybody fights over the last. */
    static Choice contested(int seats, long seed) {
        return new Choice() {

            private final Random random = new Random(seed);
            private final BitSet open = allOpen(seats);

            @Override
            public int[] next() {
                var chosen = new BitSet();
                for (var wanted = 1 + random.nextInt(4); wanted > 0 && !open.isEmpty(); wanted--) {
                    chosen.set(pick());
                }
                return chosen.stream().toArray();
            }

            private int pick() {
                var found = open.nextSetBit(random.nextInt(seats) + 1);
                return found < 0 ? open.nextSetBit(0) : found;
            }

            @Override
            public void gone(int[] taken) {
                for (var seat : taken) {
                    open.clear(seat);
                }
            }
        };
    }

    private static BitSet allOpen(int seats) {
        var open = new BitSet();
        open.set(1, seats + 1);
        return open;
    }

    private final int port;
    private final String event;
    private final Choice choice;
    private final Step[] step;
    private final String[] session;
    private final String[] hold;
    private final int[][] wanted;
    private int buyers;
    private long bought;
    private long conflicts;
    private String firstSurprise = "";

    Buyers(int port, String event, int connections, Choice choice) {
        this.port = port;
        this.event = event;
        this.choice = choice;
        step = new Step[connections];
        session = new String[connections];
        hold = new String[connections];
        wanted = new int[connections][];
        Arrays.fill(step, Step.ENTER);
    }

    @Override
    public byte[] next(int connection) {
        return switch (step[connection]) {
            case ENTER -> Http.post(port, "/api/ticketing/admissions", Map.of(),
                    "{\"eventId\":\"" + event + "\"}");
            case HOLD -> {
                wanted[connection] = choice.next();
                yield wanted[connection].length == 0
                        ? null
                        : HoldLoad.hold(port, event, session[connection], names(wanted[connection]));
            }
            case PAY -> pay(connection);
        };
    }

    private byte[] pay(int connection) {
        var buyer = buyers++;
        var headers = HoldLoad.bearing(session[connection]);
        headers.put("Idempotency-Key", "buyer-" + buyer);
        return Http.post(port, "/api/ticketing/holds/" + hold[connection] + "/order", headers,
                "{\"buyer\":{\"name\":\"Fan %d\",\"email\":\"fan%d@example.org\"},".formatted(buyer, buyer)
                        + "\"payment\":{\"method\":\"demo\",\"token\":\"ok\"}}");
    }

    @Override
    public void answered(int connection, Answer answer) {
        switch (step[connection]) {
            case ENTER -> entered(connection, answer);
            case HOLD -> held(connection, answer);
            case PAY -> paid(connection, answer);
        }
    }

    private void entered(int connection, Answer answer) {
        session[connection] = answer.word("session");
        step[connection] = expect(answer, 201) ? Step.HOLD : Step.ENTER;
    }

    private void held(int connection, Answer answer) {
        if (answer.status() == 409 && answer.text().contains("seats-taken")) {
            conflicts++;
            choice.gone(wanted[connection].length == 1 ? wanted[connection] : taken(answer));
        } else if (expect(answer, 201)) {
            choice.gone(wanted[connection]);
            hold[connection] = answer.word("id");
            step[connection] = Step.PAY;
        }
    }

    private void paid(int connection, Answer answer) {
        if (expect(answer, 201) && answer.text().contains("\"state\":\"PAID\"")) {
            bought++;
        }
        step[connection] = Step.ENTER;
    }

    /** The seats that a refusal names. */
    private static int[] taken(Answer answer) {
        var text = answer.text();
        var list = text.substring(text.indexOf("\"seats\":[") + 9, text.indexOf(']', text.indexOf("\"seats\":[")));
        return Arrays.stream(list.split(",")).mapToInt(name -> Integer.parseInt(
                name.replace("\"S-", "").replace("\"", ""))).toArray();
    }

    private boolean expect(Answer answer, int status) {
        if (answer.status() != status && firstSurprise.isEmpty()) {
            firstSurprise = answer.text();
        }
        return answer.status() == status;
    }

    private static String[] names(int[] seats) {
        return Arrays.stream(seats).mapToObj(seat -> "S-" + seat).toArray(String[]::new);
    }

    /** Orders that were paid. */
    long bought() {
        return bought;
    }

    /** Holds refused because somebody was faster. */
    long conflicts() {
        return conflicts;
    }

    /** The first answer that is no part of the game; empty when there was none. */
    String firstSurprise() {
        return firstSurprise;
    }
}
