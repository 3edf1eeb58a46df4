package rehearsal.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** One simulated on-sale, from the doors to the last seat. */
final class OnSale {

    /** So many shop at the same time, and never more than there are seats for. */
    private static final int AT_ONCE = 64;
    private static final int AN_HOUR = 3_600;
    private static final Duration LEAD = Duration.ofSeconds(4);

    private final Stage stage;
    private final CoreStage shop;
    private final BoxOffice office;
    private final OnSaleWay way;
    private final String name;
    private final AtomicInteger lost = new AtomicInteger();
    private final Map<String, Integer> bought = new TreeMap<>();
    private final Map<String, Integer> refused = new TreeMap<>();
    private int left;
    private int shopping;

    /** @param name of the release and the event */
    OnSale(Stage stage, CoreStage shop, BoxOffice office, OnSaleWay way, String name) {
        this.stage = stage;
        this.shop = shop;
        this.office = office;
        this.way = way;
        this.name = name;
    }

    OnSaleSold run(List<OnSaleVisitor> crowd, int seats) throws IOException {
        prepare(seats);
        left = seats;
        try (var http = new OnSaleHttp()) {
            var stays = lineUp(new OnSaleQueue(http, stage.port(), name), crowd);
            stage.organizer().change(stage.port(), name, Map.of("maxActive", 1_000_000, "ratePerMinute", 600_000));
            sell(new OnSaleShopper(http, stage.port(), name, shop.port(), name), stays);
            requireTickets();
            var fans = stays.stream().filter(stay -> stay.visitor().kind().equals(OnSaleKind.FANS)).toList();
            var outside = fans.stream().filter(fan -> fan.place() <= 0).count() / (double) fans.size();
            return new OnSaleSold(bought, refused, outside, lost.get());
        }
    }

    /** The gate lets one in until all have joined. */
    private void prepare(int seats) throws IOException {
        office.event(name, seats);
        office.update("UPDATE event SET gated = true, max_seats_per_order = %1$d, max_seats_per_buyer = %1$d"
                .formatted(OnSaleShopper.SEATS_EACH) + " WHERE id = '" + name + "'");
        stage.organizer().stand(stage.port(), way.stance());
        if (way.all()) {
            stage.organizer().enforceAll(stage.port());
        }
        var now = Instant.now();
        stage.organizer().plan(stage.port(), name, way.isDrawn()
                ? Map.of("eventId", name, "maxActive", 1, "claimSeconds", AN_HOUR, "policy", "DRAW", "lobbyOpensAt",
                        now.minusSeconds(5).toString(), "opensAt", now.plusSeconds(AN_HOUR).toString())
                : Map.of("eventId", name, "maxActive", 1, "claimSeconds", AN_HOUR));
    }

    private List<OnSaleStay> lineUp(OnSaleQueue queue, List<OnSaleVisitor> crowd) throws IOException {
        var stays = allAtOnce(crowd.stream().map(visitor -> patiently(() -> queue.join(visitor),
                OnSaleStay.outside(visitor))).toList());
        if (!way.isDrawn()) {
            return stays;
        }
        var opensAt = Instant.now().plus(LEAD);
        stage.organizer().change(stage.port(), name, Map.of("opensAt", opensAt.toString()));
        OnSaleHttp.pause(Duration.between(Instant.now(), opensAt).plusSeconds(1));
        return allAtOnce(stays.stream().map(stay -> patiently(() -> queue.lookUp(stay),
                OnSaleStay.outside(stay.visitor()))).toList());
    }

    /** In the order of their places, until all seats are sold. */
    private void sell(OnSaleShopper shopper, List<OnSaleStay> stays) throws IOException {
        var places = new TreeMap<Long, OnSaleStay>();
        stays.stream().filter(stay -> stay.place() > 0).forEach(stay -> places.put(stay.place(), stay));
        var line = places.values().iterator();
        allAtOnce(Collections.nCopies(AT_ONCE, (Callable<Boolean>) () -> {
            for (var stay = next(line); stay != null; stay = next(line)) {
                var buyer = stay;
                note(buyer.visitor(), patiently(() -> shopper.buy(buyer), false).call());
            }
            return true;
        }));
    }

    /** The next who is let in; null when there is nobody, or nothing, left. */
    private synchronized OnSaleStay next(Iterator<OnSaleStay> line) throws InterruptedException {
        while (left > 0 && line.hasNext() && shopping * OnSaleShopper.SEATS_EACH >= left) {
            wait();
        }
        if (left == 0 || !line.hasNext()) {
            return null;
        }
        shopping++;
        return line.next();
    }

    private synchronized void note(OnSaleVisitor visitor, boolean buyer) {
        shopping--;
        if (buyer) {
            bought.merge(visitor.kind().name(), OnSaleShopper.SEATS_EACH, Integer::sum);
            left -= OnSaleShopper.SEATS_EACH;
        } else {
            refused.merge(visitor.kind().name(), 1, Integer::sum);
        }
        notifyAll();
    }

    /** What is told must be what the books say, but for orders whose answer was lost. */
    private void requireTickets() throws IOException {
        var told = bought.values().stream().mapToInt(Integer::intValue).sum();
        var tickets = office.count("ticket WHERE event_id = '" + name + "' AND state = 'VALID'");
        if (tickets < told || tickets > told + (long) lost.get() * OnSaleShopper.SEATS_EACH) {
            throw new IOException("%d seats were bought, but there are %d tickets".formatted(told, tickets));
        }
    }

    /** Whoever gets no answer in a minute goes away; the on-sale goes on. */
    private <T> Callable<T> patiently(Callable<T> call, T otherwise) {
        return () -> {
            try {
                return call.call();
            } catch (IOException noAnswer) {
                lost.incrementAndGet();
                return otherwise;
            }
        };
    }

    private static <T> List<T> allAtOnce(List<Callable<T>> calls) throws IOException {
        var results = new ArrayList<T>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var running : calls.stream().map(threads::submit).toList()) {
                results.add(running.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IOException("an on-sale broke off", e.getCause());
        }
    }
}
