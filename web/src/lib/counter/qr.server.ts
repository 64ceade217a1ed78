import encodeQR from 'qr';

/** A QR code as one path: dark squares on a field of `side` by `side` modules, quiet zone included. */
export type QrCode = { side: number; path: string };

export function qrOf(text: string): QrCode {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const path = modules.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return { side: modules.length, path };
}
