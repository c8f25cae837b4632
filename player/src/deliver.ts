/**
 * On every page except the session's: sends the entries that wait on this device, renews the coming sessions that it
 * holds, and has the worker store the offline pages. The page may have `<p id="waiting" hidden>` and
 * `<p id="needs-look" hidden>`, shown while an entry waits, or was refused; `<p id="silent" hidden>`, shown while the
 * device's store does not answer; `<p id="again" hidden>`, shown when the address says that a form was sent before with
 * other answers; `<p id="newer" hidden>` with a button, shown while a newer version of Footing waits to be used; and a
 * `[data-in-session]`, shown when it must wait for a session.
 */
import { raise } from "./offline/doubt";
import { newer } from "./offline/newer";
import { fetchUpcoming, renew } from "./offline/sync";
import { sendTo } from "./outbox/delivery";
import { personHere } from "./person/person";
import { dateHere, surroundings } from "./screen/real";
import { reportingOutbox } from "./screen/unsent";
import { DeviceStore } from "./store/device";

async function deliver(): Promise<void> {
  // A form that the server evaluates may change the coming sessions: safety answers, a correction, another schedule.
  // Before the store is opened: it may not answer here, and answer the next page.
  document.addEventListener("submit", event => {
    if (event.target instanceof HTMLFormElement && event.target.method === "post" && !event.defaultPrevented) raise();
  });
  const outbox = await reportingOutbox(document, {
    open: () => DeviceStore.open(),
    send: sendTo("/api/journal", personHere()),
    around: surroundings,
    sent: store => renew(store, fetchUpcoming, dateHere()),
  });
  window.addEventListener("online", () => void outbox.flush());
  await outbox.flush();
}

async function keep(): Promise<void> {
  const { serviceWorker } = navigator;
  // Must be read first: a busy browser may let the first worker control the page as soon as one is requested.
  let had = serviceWorker.controller !== null;
  serviceWorker.addEventListener("controllerchange", () => {
    // The first worker replaces no other; a newer one was requested. There is no controller when the browser was asked
    // to forget everything, and then the person may be on the way to another page.
    const has = serviceWorker.controller !== null;
    if (had && has) location.reload();
    had = has;
  });
  const registration = await serviceWorker.register("/worker.js");
  const offer = (): void => {
    const place = document.getElementById("newer");
    if (place === null || newer(registration) === null || serviceWorker.controller === null) return;
    place.hidden = false;
    place.querySelector("button")?.addEventListener("click", () => registration.waiting?.postMessage("use"));
  };
  serviceWorker.addEventListener("message", event => {
    const why = document.querySelector<HTMLElement>("#newer [data-in-session]");
    if (event.data === "in-session" && why !== null) why.hidden = false;
  });
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", offer));
  offer();
  const person = personHere();
  const { active } = await serviceWorker.ready;
  // Two messages: the worker of an earlier version knows only the second.
  if (person !== null) active?.postMessage({ person });
  if (person !== null) active?.postMessage("keep");
  // The waiting entries exist nowhere else: asks a browser that is short of space not to delete them.
  await (navigator as { storage?: Partial<StorageManager> }).storage?.persist?.();
}

// An offline page is the same for every address.
const again = document.getElementById("again");
if (again !== null && new URLSearchParams(location.search).has("again")) again.hidden = false;
// A browser that forbids storage has stored nothing that could wait.
if ("indexedDB" in window) void deliver().catch(() => undefined);
if ("serviceWorker" in navigator) void keep().catch(() => undefined);
