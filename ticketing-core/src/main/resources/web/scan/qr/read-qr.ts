import { binarize } from './binary-image.js';
import { decode } from './decode.js';
import { corners } from './find-corners.js';
import { sample } from './sample.js';

/**
 * Reads a QR code in a picture, for browsers without a detector of their own: versions 1 to 20, dark on light, as
 * tickets have it. Answers the text, or null when there is none that can be read.
 */
export function readQr(picture: ImageData): string | null {
  const image = binarize(picture);
  for (const found of corners(image)) {
    for (const modules of sample(image, found)) {
      const text = decode(modules);
      if (text !== null) return text;
    }
  }
  return null;
}
