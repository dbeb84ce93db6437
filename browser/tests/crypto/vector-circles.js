// Ops over circles, over the room's own code: their headers, and a whole one as the wire brings it to one reader.

import { equal } from "../../crypto/bytes.js";
import { openEarlier } from "../../crypto/circle-earlier.js";
import { openLetter } from "../../crypto/circle-letter.js";
import * as circleRules from "../../crypto/circle-rules.js";
import { CIRCLE, checkFirst } from "../../crypto/epoch.js";
import { keyRecordBytes, krHashOf } from "../../crypto/people.js";
import { readThrough } from "./vector-transcripts.js";
import { named } from "./vector-values.js";

const holds = (check) => (given) => {
	check(given);
	return true;
};
const recordOf = (given) => {
	const record = named(given);
	return { ...record, hash: krHashOf(keyRecordBytes(record), record.sig, record.prevSig) };
};
const NO_PROMISE = new Uint8Array(32);

export const circles = {
	"circle.first": holds(({ header }) => circleRules.checkFirst(named(header))),
	"circle.next": holds(({ header, before }) => circleRules.checkNext(named(header), named(before))),
	"epoch.first": holds(({ header }) => checkFirst(named(header))),
	"letter.open": ({ way, letter, keys, sender }) =>
		openLetter(named(way), letter, { keys: keys.map(named), sender: recordOf(sender) }),
	"earlier.open": ({ passage, box, keys, sender }) =>
		openEarlier(named(passage), box, { keys: keys.map(named), sender: sender.map(recordOf) }).map(
			({ n, body }) => [n, body],
		),
	circle: ({ behind, ended = [], ...given }, out) =>
		readThrough({ ...given, agreement_hash: NO_PROMISE, kept: null }, out, {
			kind: CIRCLE,
			rules: circleRules,
			behind: ({ accountId }, day) =>
				behind.some((id) => equal(id, accountId)) &&
				!ended.some(({ who, day: last }) => equal(who, accountId) && day >= last),
		}),
};
