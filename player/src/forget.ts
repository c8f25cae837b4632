/**
 * Only on a page that is sent to a device that names an erased journal: the device forgets all that it stores.
 * Loaded before the page's other scripts.
 */
import { forget } from "./store/forget";

void forget();
