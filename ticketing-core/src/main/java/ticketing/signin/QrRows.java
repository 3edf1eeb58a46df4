package ticketing.signin;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;

/** A QR code as rows of 0 and 1, for pages that draw it themselves: no picture to fetch, and sharp at any size. */
final class QrRows {

    private QrRows() {}

    static List<String> of(String text) {
        try {
            var matrix = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
            return IntStream.range(0, matrix.getHeight())
                    .mapToObj(y -> IntStream.range(0, matrix.getWidth()).mapToObj(x -> String.valueOf(matrix.get(x, y)))
                            .collect(Collectors.joining()))
                    .toList();
        } catch (WriterException e) {
            throw new IllegalStateException("an account's address does not fit a QR code", e);
        }
    }
}
