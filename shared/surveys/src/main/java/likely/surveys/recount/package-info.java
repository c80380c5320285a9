/** The recount: whether what is counted is what was said, told without a false alarm while answers keep coming. */
@NullMarked
package likely.surveys.recount;

import org.jspecify.annotations.NullMarked;
