import { readQr } from './qr/read-qr.js';

/** The browser's own detector, where it has one. */
interface Detector {
  detect(source: CanvasImageSource): Promise<{ rawValue: string }[]>;
}

const LONGEST_SIDE = 640;
const PAUSE_MILLIS = 90;

/** Looks through the phone's camera and says what codes it sees. */
export class Camera {
  #stream: MediaStream | null = null;
  #timer = 0;
  #detector: Detector | null = null;
  readonly #canvas = document.createElement('canvas');

  constructor(readonly video: HTMLVideoElement, readonly seen: (code: string) => void) {}

  async start(): Promise<void> {
    this.stop();
    this.#detector = await ownDetector();
    this.#stream = await navigator.mediaDevices.getUserMedia({
      video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } }, audio: false,
    });
    this.video.srcObject = this.#stream;
    await this.video.play();
    this.#lookAgain();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#stream?.getTracks().forEach((track) => track.stop());
    this.#stream = null;
  }

  /** Some phones let the page switch their lamp. */
  async light(on: boolean): Promise<boolean> {
    const [track] = this.#stream?.getVideoTracks() ?? [];
    const can = (track?.getCapabilities?.() ?? {}) as { torch?: boolean };
    if (!track || !can.torch) return false;
    await track.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] });
    return true;
  }

  #lookAgain(): void {
    this.#timer = window.setTimeout(async () => {
      if (!this.#stream) return;
      if (!document.hidden && this.video.readyState >= 2) await this.#look();
      if (this.#stream) this.#lookAgain();
    }, PAUSE_MILLIS);
  }

  async #look(): Promise<void> {
    try {
      const code = this.#detector ? (await this.#detector.detect(this.video))[0]?.rawValue : this.#read();
      if (code) this.seen(code);
    } catch {
      this.#detector = null; // a detector that fails is as good as none
    }
  }

  #read(): string | null {
    return readFrom(this.video, this.video.videoWidth, this.video.videoHeight, this.#canvas);
  }
}

/** Reads the code in a photograph or a picture of the screen. */
export async function readPicture(file: Blob): Promise<string | null> {
  const picture = await createImageBitmap(file);
  const detector = await ownDetector();
  const code = detector && (await detector.detect(picture).catch(() => []))[0]?.rawValue;
  return code ?? readFrom(picture, picture.width, picture.height, document.createElement('canvas'));
}

function readFrom(source: CanvasImageSource, width: number, height: number, canvas: HTMLCanvasElement): string | null {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const pen = canvas.getContext('2d', { willReadFrequently: true })!;
  pen.drawImage(source, 0, 0, canvas.width, canvas.height);
  return readQr(pen.getImageData(0, 0, canvas.width, canvas.height));
}

async function ownDetector(): Promise<Detector | null> {
  const known = (window as any).BarcodeDetector;
  try {
    const formats: string[] = (await known?.getSupportedFormats()) ?? [];
    return formats.includes('qr_code') ? new known({ formats: ['qr_code'] }) : null;
  } catch {
    return null;
  }
}
