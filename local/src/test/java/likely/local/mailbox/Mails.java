package likely.local.mailbox;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Sends mails to an SES endpoint as the SDK does. */
public final class Mails {

    /** A mail as Likely's are: two parts, words that need encoding, a link. */
    public static final String MAIL =
            """
            From: Acme <survey@acme.example>
            To: =?UTF-8?Q?J=C3=B6rg?= <joerg@example.com>
            Subject: =?UTF-8?Q?Wie_war_=E2=80=9EGooseneck=E2=80=9C=3F?=
            List-Unsubscribe: <http://localhost:8080/unsubscribe/t>
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary="b"

            --b
            Content-Type: text/plain; charset=UTF-8
            Content-Transfer-Encoding: quoted-printable

            Gr=C3=BC=C3=9Fe: http://localhost:8080/answer/t?score=3D9
            --b
            Content-Type: text/html; charset=UTF-8
            Content-Transfer-Encoding: base64

            %s
            --b--
            """.formatted(Base64.getMimeEncoder().encodeToString("""
            <!doctype html><html><head><title>x</title></head><body>
            <a href="http://localhost:8080/answer/t?score=9&amp;x=1">9</a> <a class=k href='/answer/t?score&#x3D;10'>10</a>
            <script>alert(1)</script></body></html>""".getBytes(StandardCharsets.UTF_8)));

    private Mails() {}

    public static HttpResponse<String> send(URI ses, String to, String raw) throws IOException, InterruptedException {
        String form = "Action=SendRawEmail&Version=2010-12-01&Source=survey%40acme.example&ConfigurationSetName=likely"
                + "&Tags.member.1.Name=invitation&Tags.member.1.Value=i1"
                + "&Destinations.member.1=" + URLEncoder.encode(to, StandardCharsets.UTF_8)
                + "&RawMessage.Data="
                + URLEncoder.encode(
                        Base64.getEncoder().encodeToString(raw.getBytes(StandardCharsets.UTF_8)),
                        StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(ses)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
