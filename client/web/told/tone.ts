/** Hertz, and seconds. */
const PITCH = 660;
const LENGTH = 0.4;
const LOUDNESS = 0.08;
const NOTHING = 0.0001;

let speaker: AudioContext | undefined;

/** A short soft tone, of one tab alone; of none that nobody has touched, for browsers would let it wait until somebody does. */
export function ring(): void {
  if (!navigator.userActivation?.hasBeenActive) return;
  void navigator.locks?.request("papo:tone", { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    speaker ??= new AudioContext();
    await speaker.resume();
    const { currentTime: now, destination } = speaker;
    const tone = speaker.createOscillator();
    const loudness = speaker.createGain();
    tone.frequency.value = PITCH;
    loudness.gain.setValueAtTime(LOUDNESS, now);
    loudness.gain.exponentialRampToValueAtTime(NOTHING, now + LENGTH);
    tone.connect(loudness).connect(destination);
    tone.start(now);
    tone.stop(now + LENGTH);
    await new Promise((resolve) => tone.addEventListener("ended", resolve));
  });
}
