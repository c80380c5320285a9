package likely.aws.ses;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import likely.aws.Clients;
import likely.aws.Log;
import likely.aws.Settings;
import likely.surveys.Unavailable;
import likely.surveys.sending.Letter;
import likely.surveys.sending.Mailer;
import likely.surveys.sending.Outcome;
import likely.surveys.sending.Outcome.Block;
import likely.surveys.sending.Reason;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.GetSendQuotaResponse;
import software.amazon.awssdk.services.ses.model.MessageTag;
import software.amazon.awssdk.services.ses.model.SendRawEmailRequest;

/** Sends by SES, version 1 of its API. Has no token against a second delivery, so nothing here ever calls twice. */
public final class SesMailer implements Mailer {
    /** Far below what a claim leaves for the call. */
    private static final Duration ONE_CALL = Duration.ofSeconds(15);

    /** About this mail, and no better the next time. */
    private static final Set<String> NEVER = Set.of("MessageRejected", "InvalidParameterValue", "ValidationError");

    private static final Set<String> THROTTLED =
            Set.of("Throttling", "ThrottlingException", "TooManyRequestsException", "RequestLimitExceeded");

    private final SesClient ses;
    private final Optional<String> configurationSet;

    /** @param configurationSet by which SES publishes events; without one there are none */
    public SesMailer(SesClient ses, Optional<String> configurationSet) {
        this.ses = ses;
        this.configurationSet = configurationSet;
    }

    /** A client that makes one attempt a call. */
    public static SesClient client(Settings settings) {
        return Clients.once(SesClient.builder(), "SES", settings, ONE_CALL);
    }

    @Override
    public Outcome send(Letter letter) {
        try {
            return new Outcome.Accepted(ses.sendRawEmail(request(letter)).messageId());
        } catch (AwsServiceException e) {
            return refusal(letter, e);
        } catch (ApiCallTimeoutException | ApiCallAttemptTimeoutException e) {
            return new Outcome.Unknown(Reason.TIME_OUT);
        } catch (SdkException e) {
            return neverLeft(e) ? new Outcome.Throttled() : new Outcome.Unknown(Reason.CONNECTION_LOST);
        }
    }

    private SendRawEmailRequest request(Letter letter) {
        return SendRawEmailRequest.builder()
                .source(letter.from())
                .destinations(letter.to())
                .rawMessage(m -> m.data(SdkBytes.fromString(letter.message(), StandardCharsets.US_ASCII)))
                .tags(List.of(tag("invitation", letter.invitation()), tag("survey", letter.survey())))
                .configurationSetName(configurationSet.orElse(null))
                .build();
    }

    private static MessageTag tag(String name, String value) {
        return MessageTag.builder().name(name).value(value).build();
    }

    private static Outcome refusal(Letter letter, AwsServiceException e) {
        String code = code(e);
        String message = Optional.ofNullable(e.awsErrorDetails())
                .map(details -> details.errorMessage())
                .orElse("")
                .toLowerCase(Locale.ROOT);
        Map<String, Object> ids = Map.of("invitation", letter.invitation(), "code", code, "status", e.statusCode());
        if (THROTTLED.contains(code)) {
            Log.info("mail.throttled", ids);
            return message.contains("quota") ? new Outcome.Blocked(Block.QUOTA, code) : new Outcome.Throttled();
        }
        Log.error("mail.refused", "look the code up in SES's guide, under SendRawEmail", ids);
        if (e.statusCode() >= 500) {
            return new Outcome.Unknown(Reason.CONNECTION_LOST); // it may have taken the mail before it failed
        }
        // The same code tells of a sender or an account with which no mail would be taken.
        boolean everyMail = message.contains(letter.from().toLowerCase(Locale.ROOT))
                || message.contains("paused")
                || message.contains("suspended");
        return NEVER.contains(code) && !everyMail
                ? new Outcome.Refused(code)
                : new Outcome.Blocked(Block.ACCOUNT, code);
    }

    private static String code(AwsServiceException e) {
        return Optional.ofNullable(e.awsErrorDetails())
                .map(details -> details.errorCode())
                .orElse("");
    }

    /** Whether no byte of the call can have left, because there was no connection. */
    private static boolean neverLeft(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof NoRouteToHostException) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Quota quota() {
        try {
            GetSendQuotaResponse quota = ses.getSendQuota();
            return new Quota(quota.max24HourSend(), quota.maxSendRate(), quota.sentLast24Hours());
        } catch (SdkException e) {
            throw new Unavailable(e);
        }
    }
}
