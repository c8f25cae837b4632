/** Lists what the server refused or failed to process, as this device stores it. */
import { listRefused } from "./screen/refused";
import { DeviceStore } from "./store/device";

const main = document.querySelector("main");
if (main !== null && "indexedDB" in window) void listRefused(main, () => DeviceStore.open());
