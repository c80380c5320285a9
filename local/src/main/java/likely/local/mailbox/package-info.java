/** The mails that SES took, as pages: what was sent to whom and when, with switches for what may go wrong. */
@org.jspecify.annotations.NullMarked
package likely.local.mailbox;
