/**
 * On every page but the session's: sends what a session left waiting on this device. The page may hold
 * `<p id="waiting" hidden>words</p>`, shown while something still waits.
 */
import { sendTo } from "./outbox/delivery";
import { Outbox } from "./outbox/outbox";
import { surroundings } from "./screen/real";
import { DeviceStore } from "./store/device";

async function deliver(): Promise<void> {
  const store = await DeviceStore.open();
  const waiting = document.getElementById("waiting");
  const tried = (sent: boolean): void => {
    if (waiting !== null) waiting.hidden = sent;
  };
  const outbox = new Outbox(store, sendTo("/api/journal"), { ...surroundings, tried });
  window.addEventListener("online", () => void outbox.flush());
  await outbox.flush();
}

// A browser that forbids storage has kept nothing that could wait.
if ("indexedDB" in window) void deliver().catch(() => undefined);
