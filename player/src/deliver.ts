/**
 * On every page but the session's: sends what waits on this device, renews what it holds of coming sessions, and has the
 * worker keep the pages that a person needs without a connection. The page may hold `<p id="waiting" hidden>` and
 * `<p id="needs-look" hidden>`, shown while something waits, or was refused; `<p id="again" hidden>`, shown where the address
 * says that a form was sent before with other answers; and `<p id="newer" hidden>` with a button,
 * shown while a newer Footing waits to be used, and a `[data-in-session]`, shown when it has to wait for a session.
 */
import { raise } from "./offline/doubt";
import { newer } from "./offline/newer";
import { fetchUpcoming, renew } from "./offline/sync";
import { sendTo } from "./outbox/delivery";
import { Outbox } from "./outbox/outbox";
import { dateHere, surroundings } from "./screen/real";
import { DeviceStore } from "./store/device";

async function deliver(): Promise<void> {
  const store = await DeviceStore.open();
  // A form that the server judges may change what is held: safety answers, a correction, another schedule.
  document.addEventListener("submit", event => {
    if (event.target instanceof HTMLFormElement && event.target.method === "post" && !event.defaultPrevented) raise();
  });
  const reveal = (id: string, shown: boolean): void => {
    const element = document.getElementById(id);
    if (element !== null) element.hidden = !shown;
  };
  const after = async (sent: boolean): Promise<void> => {
    reveal("needs-look", (await store.refused()).length > 0);
    if (sent) await renew(store, fetchUpcoming, dateHere());
  };
  const tried = (sent: boolean): void => {
    reveal("waiting", !sent);
    void after(sent).catch(() => undefined);
  };
  const outbox = new Outbox(store, sendTo("/api/journal"), { ...surroundings, tried });
  window.addEventListener("online", () => void outbox.flush());
  await outbox.flush();
}

async function keep(): Promise<void> {
  const { serviceWorker } = navigator;
  // Before anything else: a busy browser may have the first worker lead the page as soon as it is asked for one.
  let had = serviceWorker.controller !== null;
  serviceWorker.addEventListener("controllerchange", () => {
    // The first worker takes nothing over from another; a newer one was asked for. There is none when the browser was told to
    // forget all of it, and then the person may be on the way to another page.
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
  (await serviceWorker.ready).active?.postMessage("keep");
  // What waits here exists nowhere else: a browser that is short of room is asked to spare it.
  await navigator.storage?.persist?.();
}

// A page that was kept is the same whatever its address says.
const again = document.getElementById("again");
if (again !== null && new URLSearchParams(location.search).has("again")) again.hidden = false;
// A browser that forbids storage has kept nothing that could wait.
if ("indexedDB" in window) void deliver().catch(() => undefined);
if ("serviceWorker" in navigator) void keep().catch(() => undefined);
