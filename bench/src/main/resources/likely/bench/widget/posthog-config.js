window._POSTHOG_REMOTE_CONFIG = window._POSTHOG_REMOTE_CONFIG || {};
window._POSTHOG_REMOTE_CONFIG["phc_bench"] = {
  config: { token: "phc_bench", surveys: true, hasFeatureFlags: false, supportedCompression: [], sessionRecording: false, heatmaps: false, capturePerformance: false, autocapture_opt_out: false, isAuthenticated: false, siteApps: [] },
  siteApps: [],
};
