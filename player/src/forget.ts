/**
 * On a page that goes to a device which names an erased journal, and on no other: the device forgets all that it keeps.
 * Loaded before the page's other scripts.
 */
import { forget } from "./store/forget";

void forget();
