import type { Verdict } from './gate.js';

const tones: Record<Verdict['color'], [number, number][]> = {
  green: [[880, 0.12], [1320, 0.18]],
  yellow: [[660, 0.2], [660, 0.2]],
  red: [[220, 0.35], [180, 0.45]],
};

const pulses: Record<Verdict['color'], number[]> = { green: [80], yellow: [120, 80, 120], red: [300, 100, 300] };

let audio: AudioContext | undefined;

/** Browsers make sound only after a touch; the first one readies it. */
export function readySound(): void {
  audio ??= new AudioContext();
  void audio.resume();
}

/** Who looks at the guest and not at the phone hears and feels the verdict. */
export function signal(color: Verdict['color']): void {
  navigator.vibrate?.(pulses[color]);
  if (!audio) return;
  let at = audio.currentTime;
  for (const [frequency, seconds] of tones[color]) {
    const [tone, volume] = [audio.createOscillator(), audio.createGain()];
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0.25, at);
    volume.gain.exponentialRampToValueAtTime(0.001, at + seconds);
    tone.connect(volume).connect(audio.destination);
    tone.start(at);
    tone.stop(at + seconds);
    at += seconds;
  }
}
