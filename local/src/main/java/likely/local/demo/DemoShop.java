package likely.local.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import likely.local.bus.Bus;
import likely.local.http.Page;
import likely.local.http.Reply;
import likely.local.http.Request;

/** The shop's server: product pages, and by way of {@link Orders} and {@link Account} what is behind them. */
public final class DemoShop implements Page {

    private static final String PRODUCTS = "/demo/products/";

    private final ShopView view;
    private final Orders orders;
    private final Account account;

    public DemoShop(Bus bus, Signer signer) {
        Sessions sessions = new Sessions();
        this.view = new ShopView(sessions, signer);
        this.orders = new Orders(bus, view, sessions);
        this.account = new Account(view, sessions);
    }

    @Override
    public Optional<Reply> answer(Request request) {
        String path = request.path();
        if (path.equals("/demo")) {
            return get(request, Optional.of(Product.KETTLE));
        }
        if (path.startsWith(PRODUCTS)) {
            return get(request, Product.find(path.substring(PRODUCTS.length())));
        }
        return orders.answer(request).or(() -> account.answer(request));
    }

    private Optional<Reply> get(Request request, Optional<Product> product) {
        if (!request.method().equals("GET")) {
            return Optional.of(Reply.problem(405, "Only GET"));
        }
        return Optional.of(product.map(found -> page(request, found))
                .orElseGet(() -> Reply.problem(404, "There is no such product")));
    }

    private Reply page(Request request, Product product) {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("title", product.name());
        context.put("product", product);
        List<Map<String, Object>> others = Product.ALL.stream()
                .filter(other -> !other.equals(product))
                .map(Product::tile)
                .toList();
        context.put("others", others);
        return view.page(request, 200, "product", product.way(), context);
    }
}
