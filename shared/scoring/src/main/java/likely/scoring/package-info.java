/**
 * The arithmetic of the Net Promoter Score: the only place where a band, a score or an interval is computed.
 *
 * <p>Everything derives from a {@link likely.scoring.Tally}, the histogram of the eleven scores, which merges by
 * addition. {@link likely.scoring.NetPromoterScore} describes one tally, {@link likely.scoring.Comparison} two that share
 * no response, {@link likely.scoring.Segments} the parts of a population, {@link likely.scoring.Series} consecutive
 * periods, and {@link likely.scoring.SampleSize} the responses needed. Nothing but the JDK is used.
 *
 * <p>Source of the definitions: F. Reichheld, "The One Number You Need to Grow", Harvard Business Review, December 2003,
 * and Bain's own page on measuring the score.
 */
package likely.scoring;
