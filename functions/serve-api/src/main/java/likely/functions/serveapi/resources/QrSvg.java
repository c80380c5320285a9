package likely.functions.serveapi.resources;

import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrCode.Ecc;

/** A QR code as an image that scales. It is made of numbers alone, so nothing in it needs to be escaped. */
final class QrSvg {
    /** Light modules around the code, which the standard (ISO/IEC 18004) asks for. */
    static final int QUIET_ZONE = 4;

    private QrSvg() {}

    /** @param text as a phone's camera reads it; a module is one unit of the image's viewBox */
    static String of(String text) {
        // Medium: a seventh of a printed receipt may be worn off.
        QrCode code = QrCode.encodeText(text, Ecc.MEDIUM);
        int side = code.size + 2 * QUIET_ZONE;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side
                + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + side + "v" + side + "H0z\"/>"
                + "<path d=\"" + dark(code) + "\"/></svg>";
    }

    /** Each run of dark modules in a row as one rectangle. */
    private static String dark(QrCode code) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                int start = x;
                while (code.getModule(x, y)) { // light past the edge
                    x++;
                }
                if (x > start) {
                    int run = x - start;
                    path.append('M').append(start + QUIET_ZONE).append(' ').append(y + QUIET_ZONE);
                    path.append('h').append(run).append("v1h-").append(run).append('z');
                }
            }
        }
        return path.toString();
    }
}
