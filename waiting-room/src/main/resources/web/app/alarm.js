// Sound, a buzz and a notification when the fan is called; only for those who asked for it by a tap;
// fetched by them.

const WISH = 'queue:alarm';
let audio;

const isArmed = () => localStorage.getItem(WISH) === '1';

/** Browsers let a page sound only after a tap: the one that asks for the alarm plays it, too. Returns whether it is on. */
export function toggle() {
  if (isArmed()) {
    localStorage.removeItem(WISH);
    return false;
  }
  localStorage.setItem(WISH, '1');
  unlock();
  chime([660]);
  if (globalThis.Notification?.permission === 'default') Notification.requestPermission();
  return true;
}

function unlock() {
  audio ??= globalThis.AudioContext && new AudioContext();
  audio?.resume();
}

function chime(tones) {
  if (!audio) return;
  tones.forEach((frequency, i) => {
    const start = audio.currentTime + i * 0.25;
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0.3, start);
    volume.gain.exponentialRampToValueAtTime(0.001, start + 0.4);
    tone.connect(volume).connect(audio.destination);
    tone.start(start);
    tone.stop(start + 0.4);
  });
}

export function sound(title, body) {
  if (!isArmed()) return;
  chime([660, 880, 1320, 660, 880, 1320]);
  navigator.vibrate?.([300, 150, 300]);
  if (!document.hidden || globalThis.Notification?.permission !== 'granted') return;
  try {
    const note = new Notification(title, { body, tag: WISH, requireInteraction: true });
    note.onclick = () => {
      focus();
      note.close();
    };
  } catch {
    // Phones want a service worker for this; the sound and the title have to do.
  }
}

// After a reload the wish still stands, and the first touch gives the page its voice back.
for (const touch of ['pointerdown', 'keydown']) addEventListener(touch, () => isArmed() && unlock(), { once: true });
