/** The pages and scripts that a browser gets: widget, demo and dashboard. */
package likely.web;
