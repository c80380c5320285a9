const question = {
  id: "nps",
  type: "nps",
  required: true,
  headline: "How likely is it that you would recommend Acme to a friend or colleague?",
  lowerLabel: "not at all likely",
  upperLabel: "extremely likely",
  buttonLabel: "Send",
};
const host = document.createElement("div");
host.id = "fbjs";
document.body.append(host);
window["formbricks-surveys"].renderSurveyModal({
  survey: {
    id: "bench",
    name: "bench",
    type: "app",
    questions: [question],
    welcomeCard: { enabled: false },
    thankYouCard: { enabled: false },
    endings: [],
    hiddenFields: { enabled: false },
    languages: [],
    styling: null,
  },
  containerId: "fbjs",
  brandColor: "#0b5cad",
  styling: { brandColor: { light: "#0b5cad" }, cardArrangement: { linkSurveys: "straight", appSurveys: "straight" } },
  isBrandingEnabled: false,
  placement: "bottomRight",
  clickOutside: true,
  darkOverlay: false,
  languageCode: "default",
  onDisplay: () => {},
  onResponse: () => {},
  onClose: () => {},
  onFinished: () => {},
  getSetIsError: () => {},
  getSetIsResponseSendingFinished: () => {},
});
