/**
 * The read-aloud control, on every page except the session's. The page has
 * `<button type="button" id="listen" data-stop="Stop" hidden>Listen</button>`
 * and a `main`. The button stays hidden if the device cannot speak, or lists voices but none for the page's language.
 * A second tap stops the reading.
 */
import { passages } from "./reading/passages";
import { chooseVoice } from "./sound/voice";

function start(): void {
  const button = document.getElementById("listen");
  const main = document.querySelector("main");
  if (!(button instanceof HTMLButtonElement) || main === null || !("speechSynthesis" in window)) return;

  const synthesis = window.speechSynthesis;
  const language = document.documentElement.lang || "en";
  const listen = button.textContent;
  const stop = button.dataset["stop"] ?? listen;
  let left = 0;
  let reading = 0;

  const show = (on: boolean): void => {
    button.textContent = on ? stop : listen;
  };
  const silence = (): void => {
    left = 0;
    synthesis.cancel();
    show(false);
  };
  const read = (): void => {
    synthesis.cancel();
    const voice = chooseVoice(synthesis.getVoices(), language);
    const parts = passages(main);
    left = parts.length;
    const own = ++reading;
    for (const part of parts) {
      const utterance = new SpeechSynthesisUtterance(part);
      utterance.lang = language;
      utterance.voice = voice;
      // Slower than speech: for the words of a health page, and for older ears.
      utterance.rate = 0.95;
      utterance.onend = utterance.onerror = () => {
        // An utterance that a second tap cut off reports its end late.
        if (own === reading && left > 0 && --left === 0) show(false);
      };
      synthesis.speak(utterance);
    }
    show(left > 0);
  };

  const offer = (): void => {
    const voices = synthesis.getVoices();
    button.hidden = left === 0 && voices.length > 0 && chooseVoice(voices, language) === null;
  };
  button.addEventListener("click", () => (left > 0 ? silence() : read()));
  window.addEventListener("pagehide", silence);
  // Some browsers load their voices only after the first request.
  (synthesis as Partial<SpeechSynthesis>).addEventListener?.("voiceschanged", offer);
  offer();
}

start();
