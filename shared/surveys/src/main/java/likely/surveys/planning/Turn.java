package likely.surveys.planning;

/** Says between two pages whether there is time for another one, and nobody else has taken over. */
@FunctionalInterface
interface Turn {
    boolean mine();
}
