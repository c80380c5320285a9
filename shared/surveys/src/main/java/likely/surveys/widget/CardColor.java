package likely.surveys.widget;

import likely.surveys.mail.BrandColor;

/**
 * A brand's colour as it can be read on a card: text on it and the colour itself on the card have a contrast of 4.5 at
 * least (WCAG 2.2, 1.4.3), so it serves for a button as for a link.
 *
 * @param mark the brand's colour, no darker or lighter than it must be; {@code #rrggbb}
 * @param on what is written on it
 */
record CardColor(String mark, String on) {
    static final String LIGHT_CARD = "#ffffff";
    static final String DARK_CARD = "#1b202b";

    private static final double TEXT = 4.5;
    private static final int STEPS = 100;

    /** Towards black on a light card, towards white on a dark one, which is enough in the end: the cards are far from both. */
    static CardColor on(String card, String brand) {
        String end = new BrandColor(card).text();
        // What is far enough from a white card is far enough from white letters, and light marks take black ones.
        String letters = new BrandColor(end).text();
        for (int step = 0; step < STEPS; step++) {
            BrandColor mark = new BrandColor(brand).mixed(end, (double) step / STEPS);
            if (mark.contrast(card) >= TEXT) {
                return new CardColor(mark.hex(), letters);
            }
        }
        return new CardColor(end, letters);
    }
}
