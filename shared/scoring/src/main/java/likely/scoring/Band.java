package likely.scoring;

/** The three groups into which a {@link Score} falls: detractor 0 to 6, passive 7 to 8, promoter 9 to 10. */
public enum Band {
    DETRACTOR,
    PASSIVE,
    PROMOTER
}
