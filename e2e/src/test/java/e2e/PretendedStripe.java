package e2e;

import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;

/**
 * Stripe in one page's eyes: the shop says that it takes cards, Stripe's address answers with a script that does what
 * Stripe's would, and an order waits for the buyer's bank. What the core itself says and does is tested there.
 */
final class PretendedStripe {

    private static final String SCRIPT = """
            window.Stripe = key => ({
              elements: () => ({
                create: () => ({
                  on: (event, then) => event === 'ready' && setTimeout(then),
                  mount: at => at.insertAdjacentHTML('beforeend', '<label>Card number <input id="card-number"></label>'),
                }),
                update: () => {},
                submit: async () => document.getElementById('card-number').value ? {}
                  : { error: { message: 'Your card number is incomplete.' } },
              }),
              createPaymentMethod: async () => ({ paymentMethod: { id: 'pm_pretended' } }),
              handleNextAction: async ({ clientSecret }) => clientSecret === 'pi_secret' ? {} : { error: {} },
            });
            """;

    private static final String POLICY = "content-security-policy";

    private final List<String> orders = new CopyOnWriteArrayList<>();

    private PretendedStripe() {}

    static PretendedStripe on(Page page, String event) {
        var stripe = new PretendedStripe();
        page.route("https://js.stripe.com/**", route -> route.fulfill(new Route.FulfillOptions()
                .setContentType("text/javascript").setBody(SCRIPT)));
        page.route("**/api/ticketing/payments/methods", route -> json(route, 200,
                "{\"methods\": [{\"method\": \"stripe\", \"publicKey\": \"pk_pretended\"}]}"));
        page.route("**/api/ticketing/holds/*/order", route -> {
            stripe.orders.add(route.request().postData());
            json(route, 201, """
                    {"code": "PRETENDED", "secret": "secret", "state": "PENDING",
                     "payment": {"clientSecret": "pi_secret"}}""");
        });
        page.route("**/events/" + event, PretendedStripe::letIn);
        return stripe;
    }

    private static void letIn(Route route) {
        var answer = route.fetch();
        var headers = new HashMap<>(answer.headers());
        headers.computeIfPresent(POLICY, (name, policy) -> policy
                .replace("script-src 'self'", "script-src 'self' https://js.stripe.com"));
        route.fulfill(new Route.FulfillOptions().setResponse(answer).setHeaders(headers));
    }

    private static void json(Route route, int status, String body) {
        route.fulfill(new Route.FulfillOptions().setStatus(status).setContentType("application/json").setBody(body));
    }

    /** The bodies of the orders that were sent. */
    List<String> orders() {
        return List.copyOf(orders);
    }
}
