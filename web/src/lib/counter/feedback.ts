let sounds: AudioContext | undefined;

/** A short tone and a buzz, so that whoever scans need not look: high for yes, low and twice for no. Silent where it may not. */
export function tell(isGood: boolean): void {
  // A browser refuses to buzz, aloud, before the page has been touched.
  if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(isGood ? 60 : [80, 60, 80]);
  try {
    sounds ??= new AudioContext();
    for (const start of isGood ? [0] : [0, 0.18]) {
      const [tone, volume] = [sounds.createOscillator(), sounds.createGain()];
      tone.frequency.value = isGood ? 880 : 220;
      volume.gain.value = 0.12;
      tone.connect(volume).connect(sounds.destination);
      tone.start(sounds.currentTime + start);
      tone.stop(sounds.currentTime + start + 0.12);
    }
  } catch {
    // No sound on this device: the words and the buzz remain.
  }
}
