/** English: every sentence of the room, gathered from one file for each part of the way. */
import { arriving } from "./en/arriving.js";
import { asking } from "./en/asking.js";
import { ending } from "./en/ending.js";
import { facts } from "./en/facts.js";
import { place } from "./en/place.js";
import { returning } from "./en/returning.js";
import { specialist } from "./en/specialist.js";
import { talking } from "./en/talking.js";
import { top } from "./en/top.js";
import { trouble } from "./en/trouble.js";
import { waiting } from "./en/waiting.js";

/** @type {Readonly<Record<string, string>>} */
export const en = Object.freeze({
	...top,
	...arriving,
	...asking,
	...facts,
	...waiting,
	...returning,
	...talking,
	...specialist,
	...place,
	...trouble,
	...ending,
});
