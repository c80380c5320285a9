package likely.embedded;

import java.util.UUID;

/** An answer of SES's query protocol. */
record SesReply(int status, String body) {
    private static final String NAMESPACE = "http://ses.amazonaws.com/doc/2010-12-01/";

    /** @param result the XML within the operation's result */
    static SesReply of(String action, String result) {
        return new SesReply(
                200,
                "<%1$sResponse xmlns=\"%2$s\"><%1$sResult>%3$s</%1$sResult><ResponseMetadata><RequestId>%4$s</RequestId></ResponseMetadata></%1$sResponse>"
                        .formatted(action, NAMESPACE, result, UUID.randomUUID()));
    }

    static SesReply error(int status, String code, String message) {
        return new SesReply(
                status,
                "<ErrorResponse xmlns=\"%s\"><Error><Type>%s</Type><Code>%s</Code><Message>%s</Message></Error><RequestId>%s</RequestId></ErrorResponse>"
                        .formatted(
                                NAMESPACE,
                                status < 500 ? "Sender" : "Receiver",
                                code,
                                escape(message),
                                UUID.randomUUID()));
    }

    static String element(String name, String text) {
        return "<" + name + ">" + escape(text) + "</" + name + ">";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
