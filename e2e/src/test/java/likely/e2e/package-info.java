/** The service from outside: what a client, a page and an owner see of it, and what its roles let it do. */
package likely.e2e;
