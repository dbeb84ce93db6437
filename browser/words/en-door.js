/** English, in front of the door: what somebody may read before the place is open. All of it is in `en.js`. */
import { arriving } from "./en/arriving.js";
import { door } from "./en/door.js";
import { lookedAt } from "./en/looked-at.js";
import { returning } from "./en/returning.js";
import { top } from "./en/top.js";
import { trouble } from "./en/trouble.js";

/** @type {Readonly<Record<string, string>>} */
export const en = Object.freeze({ ...top, ...arriving, ...door, ...returning, ...lookedAt, ...trouble });
