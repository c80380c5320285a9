/** The widget in product pages: when and how it asks, what it is told, and whether somebody may be asked in a page. */
@NullMarked
package likely.surveys.widget;

import org.jspecify.annotations.NullMarked;
