/**
 * Only on a page that is sent to a device that names an erased journal: the device forgets all that it
 * stores of the person.
 * Loaded before the page's other scripts.
 */
import { personHere } from "./person/person";
import { forgetPerson } from "./store/forget";

const person = personHere();
if (person !== null) void forgetPerson(person);
