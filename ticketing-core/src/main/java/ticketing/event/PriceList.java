package ticketing.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ticketing.plan.Plans.PlanCategory;

/** Prices set against the categories of a plan. */
sealed interface PriceList {

    /** A price for each category that was given one; every category with seats is among them. */
    record Complete(Map<PlanCategory, Price> prices) implements PriceList {}

    /** @param names the categories that have seats and no price */
    record Missing(List<String> names) implements PriceList {}

    /** @param names prices for categories that the plan has not */
    record Unknown(List<String> names) implements PriceList {}

    record Twice(String name) implements PriceList {}

    static PriceList of(List<Price> prices, List<PlanCategory> categories) {
        var priced = new LinkedHashMap<PlanCategory, Price>();
        var unknown = new ArrayList<String>();
        for (var price : prices) {
            var category = categories.stream()
                    .filter(known -> known.name().equals(price.category()) || known.id().equals(price.category()))
                    .findFirst();
            if (category.isEmpty()) {
                unknown.add(price.category());
            } else if (priced.put(category.get(), price) != null) {
                return new Twice(price.category());
            }
        }
        if (!unknown.isEmpty()) {
            return new Unknown(List.copyOf(unknown));
        }
        var missing = categories.stream()
                .filter(category -> category.seats() > 0 && !priced.containsKey(category))
                .map(PlanCategory::name)
                .toList();
        return missing.isEmpty() ? new Complete(priced) : new Missing(missing);
    }
}
