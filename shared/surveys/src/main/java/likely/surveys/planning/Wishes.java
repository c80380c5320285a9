package likely.surveys.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import likely.surveys.Surveys;
import likely.surveys.campaigns.Campaign;
import likely.surveys.campaigns.Campaigns;
import likely.surveys.campaigns.Trigger;
import likely.surveys.json.Invalid;

/** Which campaigns want something done about an event. */
public final class Wishes {
    private final Surveys surveys;
    private final Campaigns campaigns;

    public Wishes(Surveys surveys, Campaigns campaigns) {
        this.surveys = surveys;
        this.campaigns = campaigns;
    }

    /**
     * The ids of the campaigns that would plan a survey for an event, or call one off.
     *
     * @throws Invalid naming the fields that would keep one of them from it
     */
    public List<String> check(ShopEvent event) {
        List<Wish> wishes = of(event);
        for (Wish wish : wishes) {
            wish.wave(event);
            if (!wish.undone()) {
                Contact.read(event.person());
            }
        }
        return wishes.stream().map(wish -> wish.campaign().id()).toList();
    }

    /** What undoes an event is wanted by a campaign that is off, too. */
    List<Wish> of(ShopEvent event) {
        List<Wish> wishes = new ArrayList<>();
        Optional<String> survey = event.value("survey");
        for (Campaign campaign : survey.map(campaigns::of).orElseGet(campaigns::all)) {
            if (campaign.trigger() instanceof Trigger.Event trigger
                    && (trigger.source() == null || trigger.source().equals(event.source()))) {
                boolean undone = trigger.cancelledBy().contains(event.type());
                if (undone || (campaign.enabled() && trigger.type().equals(event.type()))) {
                    surveys.find(campaign.survey())
                            .ifPresent(asked -> wishes.add(new Wish(asked, campaign, trigger, undone)));
                }
            }
        }
        return wishes;
    }
}
