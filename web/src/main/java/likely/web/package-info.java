/** The pages and scripts that a browser gets: widget and dashboard. */
package likely.web;
