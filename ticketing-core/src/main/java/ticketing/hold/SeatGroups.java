package ticketing.hold;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Groups of free seats that one party could have, best first. What makes a group good, in this order:
 *
 * <ol>
 * <li>it has no seats that are kept for wheelchairs and companions, unless one is wanted: those come last;
 * <li>no single seat is left over beside it, which nobody would want;
 * <li>it is near the focal point; in a plan without one, at the front of the plan.
 * </ol>
 *
 * When they need not sit together, groups side by side still come first, and after them seats as near to each other
 * and to the focal point as there are.
 */
final class SeatGroups {

    /** More would only help in a rush in which sixteen groups are snapped up while one is locked. */
    private static final int PROPOSALS = 16;
    private static final int LEAVES_A_SINGLE = 1;
    private static final int TAKES_KEPT_SEATS = 2;

    private record Group(List<String> seats, int faults, double remoteness, int position) {

        static final Comparator<Group> BEST_FIRST = Comparator.comparingInt(Group::faults)
                .thenComparingDouble(Group::remoteness).thenComparingInt(Group::position);
    }

    private SeatGroups() {}

    /** @param free in the order of preference */
    static List<List<String>> of(List<FreeSeat> free, SeatWish.Best wish) {
        var groups = new ArrayList<Group>();
        runs(free).forEach(run -> addGroups(run, wish, groups));
        groups.sort(Group.BEST_FIRST);
        var best = new ArrayList<>(groups.stream().limit(PROPOSALS).map(Group::seats).toList());
        if (best.isEmpty() && !wish.together() && !wish.accessible()) {
            best.addAll(apart(free, wish.quantity()));
        }
        return best;
    }

    /** Free neighbours in one row: their positions follow each other. */
    private static List<List<FreeSeat>> runs(List<FreeSeat> free) {
        var rows = new LinkedHashMap<String, List<FreeSeat>>();
        free.forEach(seat -> rows.computeIfAbsent(seat.row(), row -> new ArrayList<>()).add(seat));
        var runs = new ArrayList<List<FreeSeat>>();
        for (var row : rows.values()) {
            row.sort(Comparator.comparingInt(FreeSeat::position));
            var run = new ArrayList<FreeSeat>();
            for (var seat : row) {
                if (!run.isEmpty() && run.getLast().position() + 1 != seat.position()) {
                    runs.add(List.copyOf(run));
                    run.clear();
                }
                run.add(seat);
            }
            runs.add(List.copyOf(run));
        }
        return runs;
    }

    private static void addGroups(List<FreeSeat> run, SeatWish.Best wish, List<Group> groups) {
        for (var first = 0; first + wish.quantity() <= run.size(); first++) {
            var seats = run.subList(first, first + wish.quantity());
            if (!wish.accessible() || seats.stream().anyMatch(FreeSeat::accessible)) {
                var behind = run.size() - first - wish.quantity();
                groups.add(group(seats, wish, first == 1 || behind == 1));
            }
        }
    }

    private static Group group(List<FreeSeat> seats, SeatWish.Best wish, boolean leavesASingle) {
        var kept = !wish.accessible() && seats.stream().anyMatch(FreeSeat::isKept);
        return new Group(seats.stream().map(FreeSeat::id).toList(),
                (leavesASingle ? LEAVES_A_SINGLE : 0) + (kept ? TAKES_KEPT_SEATS : 0),
                seats.stream().mapToDouble(FreeSeat::remoteness).average().orElseThrow(), seats.getFirst().position());
    }

    private static List<List<String>> apart(List<FreeSeat> free, int quantity) {
        var ordinary = free.stream().filter(seat -> !seat.isKept()).toList();
        var seats = (ordinary.size() < quantity ? free : ordinary).stream().map(FreeSeat::id).toList();
        return IntStream.rangeClosed(0, Math.min(PROPOSALS, seats.size() - quantity))
                .mapToObj(first -> seats.subList(first, first + quantity)).toList();
    }
}
