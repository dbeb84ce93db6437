// A time to meet, in its writer's words: which one, when, how, where. The house knows the time alone.

import { fromText } from "../bytes.js";
import { Refusal } from "../refusal.js";
import { fieldsOf } from "../strict-json.js";

/** 1 here in the room, 2 by phone, 3 in person. */
const WAYS = [1, 2, 3];
const LONGEST = { where: 200, words: 500, zone: 64 };
const [LEAST, MOST] = [5, 240];
/** The last whole minute of the year 9999. */
const LAST_START = 253_402_300_740;
const FIELDS = {
	...{ mins: "int", ref: "text", start: "int", way: "int" },
	...{ where: "text", words: "text", zone: "text" },
};
/** How many times it is, and how many days lie between them; cards of before say neither. */
const OF_SERIES = { every_days: "int", times: "int" };
const EVERY = [7, 14];
const MOST_TIMES = 12;

/** @param {Record<string, any>} card */
export function checkMeet(card) {
	const saysHowOften = Object.keys(OF_SERIES).some((name) => Object.hasOwn(card, name));
	const fields = fieldsOf(card, saysHowOften ? { ...FIELDS, ...OF_SERIES } : FIELDS);
	if (saysHowOften && !isSeries(fields)) throw new Refusal("malformed", "times");
	fromText(fields.ref, 16);
	if (!WAYS.includes(fields.way)) throw new Refusal("malformed", "way");
	if (fields.mins < LEAST || fields.mins > MOST) throw new Refusal("malformed", "mins");
	if (fields.start % 60 !== 0 || fields.start > LAST_START) throw new Refusal("malformed", "start");
	for (const [name, longest] of Object.entries(LONGEST))
		if ([...fields[name]].length > longest) throw new Refusal("malformed", name);
}

/** One time alone, or two to twelve by the week. @param {Record<string, any>} fields */
const isSeries = ({ every_days: every, times }) =>
	times === 1 ? every === 0 : EVERY.includes(every) && times > 1 && times <= MOST_TIMES;
