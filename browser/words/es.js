/** Spanish: every sentence of the room, gathered from one file for each part of the way. */
import { arriving } from "./es/arriving.js";
import { asking } from "./es/asking.js";
import { facts } from "./es/facts.js";
import { place } from "./es/place.js";
import { returning } from "./es/returning.js";
import { specialist } from "./es/specialist.js";
import { talking } from "./es/talking.js";
import { top } from "./es/top.js";
import { trouble } from "./es/trouble.js";
import { waiting } from "./es/waiting.js";

/** @type {Readonly<Record<string, string>>} */
export const es = Object.freeze({
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
});
