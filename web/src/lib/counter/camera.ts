type Detector = { detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]> };
type DetectorClass = {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<string[]>;
};

/** The longest side on which the decoder works: more costs time and finds nothing more. */
const side = 640;
const everyMs = 160;

/** Reads a code from a frame: by the browser itself where it can, else by a decoder that is loaded here only. */
async function reader(): Promise<(video: HTMLVideoElement) => Promise<string | undefined>> {
  const native = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
  const formats = native ? await native.getSupportedFormats().catch((): string[] => []) : [];
  if (native && formats.includes('qr_code')) {
    const detector = new native({ formats: ['qr_code'] });
    return async (video) => (await detector.detect(video))[0]?.rawValue;
  }
  const { default: decodeQR } = await import('qr/decode.js');
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  return (video) => {
    const scale = Math.min(1, side / Math.max(video.videoWidth, video.videoHeight));
    const [width, height] = [Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale)];
    if (!pen || width === 0) return Promise.resolve(undefined);
    Object.assign(canvas, { width, height });
    pen.drawImage(video, 0, 0, width, height);
    try {
      return Promise.resolve(decodeQR(pen.getImageData(0, 0, width, height)));
    } catch {
      // Most frames hold no code: the decoder says so by throwing.
      return Promise.resolve(undefined);
    }
  };
}

/** Shows the camera at the back in `video` and gives each code that it sees, until it is stopped. */
export async function watchCamera(video: HTMLVideoElement, onCode: (text: string) => void): Promise<() => void> {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 } },
    audio: false,
  });
  let stopped = false;
  const stop = () => {
    stopped = true;
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
  video.srcObject = stream;
  await video.play();
  const read = await reader();
  const look = async () => {
    if (stopped) return;
    const text = await read(video).catch(() => undefined);
    if (text && !stopped) onCode(text);
    setTimeout(() => void look(), everyMs);
  };
  void look();
  return stop;
}
