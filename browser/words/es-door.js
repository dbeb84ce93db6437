/** Spanish, in front of the door: what somebody may read before the place is open. All of it is in `es.js`. */
import { arriving } from "./es/arriving.js";
import { door } from "./es/door.js";
import { lookedAt } from "./es/looked-at.js";
import { returning } from "./es/returning.js";
import { top } from "./es/top.js";
import { trouble } from "./es/trouble.js";

/** @type {Readonly<Record<string, string>>} */
export const es = Object.freeze({ ...top, ...arriving, ...door, ...returning, ...lookedAt, ...trouble });
