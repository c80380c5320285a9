package likely.scoring;

/** The three groups into which a {@link Score} falls: detractor 0 to 6, passive 7 to 8, promoter 9 to 10. */
public enum Band {
    DETRACTOR,
    PASSIVE,
    PROMOTER;

    public static Band of(Score score) {
        return switch (score.value()) {
            case 9, 10 -> PROMOTER;
            case 7, 8 -> PASSIVE;
            default -> DETRACTOR;
        };
    }
}
