/** Secrets Manager: generated secrets and GetSecretValue. */
@org.jspecify.annotations.NullMarked
package likely.local.secrets;
