/** What a mail says: its subject, its two bodies and the headers that its content calls for. */
@NullMarked
package likely.surveys.mail;

import org.jspecify.annotations.NullMarked;
