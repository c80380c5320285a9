package likely.surveys.campaigns;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import likely.scoring.Band;
import likely.surveys.Question;
import likely.surveys.Survey;

/** What an owner should know of a campaign that is allowed and yet may not be what was meant. */
public final class Warnings {
    private static final Set<Band> EVERY_BAND = EnumSet.allOf(Band.class);

    private Warnings() {}

    /**
     * The warnings about a campaign, each a sentence.
     *
     * @param siblings the survey's campaigns
     */
    public static List<String> of(Survey survey, Campaign campaign, List<Campaign> siblings) {
        List<String> warnings = new ArrayList<>();
        if (campaign.trigger() instanceof Trigger.Answer answer) {
            if (answer.condition().consent()
                    && survey.questions().stream().noneMatch(Question.Consent.class::isInstance)) {
                warnings.add("nobody can agree to be contacted: the survey has no question of the type consent");
            }
            if (hasLink(campaign) && answer.band() == Band.PROMOTER && !everyBandHasOne(siblings)) {
                warnings.add("asking only promoters breaks review sites' rules: give the link to every band,"
                        + " as the survey's own texts do");
            }
        }
        int ceiling = survey.outreach().sending().ceiling();
        if (campaign.reminders().count() >= ceiling) {
            warnings.add("the survey's ceiling of " + ceiling + " mails for one asking holds back some reminders");
        }
        return List.copyOf(warnings);
    }

    private static boolean everyBandHasOne(List<Campaign> siblings) {
        Set<Band> bands = EnumSet.noneOf(Band.class);
        for (Campaign campaign : siblings) {
            if (campaign.enabled() && campaign.trigger() instanceof Trigger.Answer answer && hasLink(campaign)) {
                bands.add(answer.band());
            }
        }
        bands.add(Band.PROMOTER); // which has it, switched on or not yet
        return bands.equals(EVERY_BAND);
    }

    /** Any address of the web in its own words: nobody can tell a review site by its name. */
    private static boolean hasLink(Campaign campaign) {
        return campaign.texts().values().stream()
                .flatMap(words -> words.values().stream())
                .anyMatch(text -> text.contains("https://") || text.contains("http://"));
    }
}
