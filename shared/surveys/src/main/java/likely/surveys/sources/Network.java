package likely.surveys.sources;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** What stands for one place of the net: an IPv4 address, or the /64 of an IPv6 one, in which each device has many. */
final class Network {
    /** Only what is an address as it stands, since anything else would be looked up as a name. */
    private static final Pattern V4 = Pattern.compile("([0-9]{1,3}\\.){3}[0-9]{1,3}");

    private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");
    private static final int PREFIX_BYTES = 8;

    private Network() {}

    /** The same text for each spelling of the same network; none for what is no address. */
    static Optional<String> of(String address) {
        if (!V4.matcher(address).matches() && !V6.matcher(address).matches()) {
            return Optional.empty();
        }
        try {
            InetAddress parsed = InetAddress.getByName(address);
            byte[] bytes = parsed.getAddress();
            // Also an IPv4 address written as an IPv6 one, which Java reads as what it is.
            int kept = parsed instanceof Inet4Address ? bytes.length : PREFIX_BYTES;
            return Optional.of(HexFormat.of().formatHex(Arrays.copyOf(bytes, kept)));
        } catch (UnknownHostException e) {
            return Optional.empty(); // a number that is too large for its place, or too many places
        }
    }
}
