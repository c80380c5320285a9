package likely.surveys.campaigns;

class InMemoryCampaignsTest extends CampaignsContract {
    private final Campaigns campaigns = new InMemoryCampaigns();

    @Override
    protected Campaigns campaigns() {
        return campaigns;
    }
}
