package ticketing.plan;

import java.util.ArrayList;
import java.util.List;

/** Collects remarks; of very many only the first, and how many more there were. */
final class Remarks {

    private static final int MOST = 200;

    private final List<Remark> remarks = new ArrayList<>();
    private int total;

    void add(String at, String message) {
        total++;
        if (total <= MOST) {
            remarks.add(new Remark(at, message));
        }
    }

    boolean isEmpty() {
        return total == 0;
    }

    List<Remark> list() {
        var list = new ArrayList<>(remarks);
        if (total > MOST) {
            list.add(new Remark("", "and %d more like these".formatted(total - MOST)));
        }
        return List.copyOf(list);
    }
}
