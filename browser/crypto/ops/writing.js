// Writing into a conversation, acknowledgements, leaving, and starting again.

import { firstHeader } from "../agreement.js";
import { writeBody } from "../body.js";
import { fromText, toText } from "../bytes.js";
import { asBody } from "../cards.js";
import { specialistsIn } from "../company.js";
import { checkedDay } from "../day.js";
import { KIND } from "../entry.js";
import { convIdOf, ONE_TO_ONE, REASON } from "../epoch.js";
import { decodeFrame, TYPE } from "../frames.js";
import { verifyReceipt } from "../receipt.js";
import { Refusal } from "../refusal.js";
import { isQuiet } from "../said.js";
import { random } from "../sodium.js";
import { cannotWrite, nameOfReader, newTalk } from "../talks.js";

/** @import { KeyRecord } from "../shapes.d.ts" */
/** @typedef {import("../sealed-core.js").Core} Core */
/** @typedef {import("../sealed-core.js").Talk} Talk */

const HOLDS_NOBODY = new Set(["own-lapsed", "programme-lapsed", "lock-changed", "circle-over"]);

/** @param {Core} core @param {{conv: string, text: string, re?: string | null, isGoodbye?: boolean, id?: string | null, ts: number, today: number}} args a goodbye answers nothing; `id`: made before, so that two devices store it once */
export function sealText(core, { conv, text, re = null, isGoodbye = false, id = null, ts, today }) {
	const talk = writable(core, conv, today);
	const answered = re === null ? {} : { re: talk.conversation.reading.said.line(re).id ?? "" };
	const t = isGoodbye ? "goodbye" : "text";
	const body = writeBody({ b: text, ...answered, sc: core.place.book.count(), t, ts });
	return talk.writer.write(body, checkedDay(today), id === null ? undefined : fromText(id, 16));
}

/** What stands in a talk as more than words. @param {Core} core @param {{conv: string, card: import("../cards.js").Card, id?: string | null, ts: number, today: number}} args `id`: as for words */
export function sealCard(core, { conv, card, id = null, ts, today }) {
	const talk = writable(core, conv, today);
	const body = writeBody({ ...asBody(card), sc: core.place.book.count(), ts });
	return talk.writer.write(body, checkedDay(today), id === null ? undefined : fromText(id, 16));
}

/** @param {Core} core @param {{id: string, today: number, agreed?: boolean}} args */
export function reseal(core, { id, today, agreed = false }) {
	const talk = talkOf(core, id);
	writable(core, toText(talk.conversation.about.conv), today);
	const changed = talk.writer.newReaders(id);
	if (changed.length > 0 && !agreed) return { changed: changed.map((one) => nameOfReader(core, talk, one)) };
	return talk.writer.again(id, checkedDay(today));
}

/** @param {Core} core @param {{id: string}} args */
export function drop(core, { id }) {
	for (const { writer } of core.talks.values()) writer.drop(id);
	return {};
}

/** What holds words back in a circle holds nobody back from going. @param {Core} core @param {{conv: string, day: number}} args */
export function leave(core, { conv, day }) {
	const talk = core.talk(conv);
	const mayGo = talk.isCircle && HOLDS_NOBODY.has(cannotWrite(core, talk) ?? "");
	if (core.ahead !== null) throw new Refusal("state-behind");
	return (mayGo ? talk : writable(core, conv, day)).writer.leave(checkedDay(day));
}

/** @param {Core} core @param {{frame: Uint8Array}} args */
export function acknowledged(core, { frame }) {
	const ack = /** @type {any} */ (decodeFrame(frame));
	if (ack.type !== TYPE.ACK) throw new Refusal("malformed", "frame");
	verifyReceipt(ack, core.programme);
	const [id, conv] = [toText(ack.id), toText(ack.conv)];
	const talk = core.talks.get(conv);
	const { header, lines } = talk?.writer.acknowledged(id, ack) ?? { header: false, lines: [] };
	if (talk !== undefined && talk.conversation.stopped !== null)
		throw new Refusal("stopped", talk.conversation.stopped.cause);
	const shown = talk?.conversation.reading.said.news(lines.filter((line) => !isQuiet(line)));
	return { id, conv, n: ack.n, header, lines: shown?.lines ?? [], changed: shown?.changed ?? [] };
}

/**
 * The owner's way out of a stopped conversation: a new one that continues the old from its last good line.
 * @param {Core} core @param {{conv: string, day: number, ts: number}} args
 */
export function startAgain(core, { conv: old, day, ts }) {
	const talk = core.talk(old);
	const { place } = core;
	const { about, headers, stopped } = talk.conversation;
	if (core.isRolledBack) throw new Refusal("stopped", "state-rolled-back");
	core.checkMayBegin();
	if (talk.mine !== "client" || headers.newest === undefined) throw new Refusal("not-yours");
	if (talk.lock === "renewed") throw new Refusal("lock-changed");
	const n = stopped?.n ?? talk.conversation.head?.n ?? 0;
	const h = talk.conversation.hashAt(n);
	if (h === undefined) throw new Refusal("no-conversation");
	const rand = random(16);
	const me = /** @type {KeyRecord} */ (place.records.at(-1));
	const other = otherRecord(talk);
	const conv = convIdOf(ONE_TO_ONE, place.accountId, me.hash, rand);
	const next = newTalk(
		core,
		{ ...about, conv, originHash: me.hash },
		{
			...{ name: talk.name, mine: "client", rootConv: talk.rootConv },
			...{ lock: talk.lock, specialist: talk.specialist, other: talk.other, company: talk.company },
		},
	);
	next.conversation.agreed = talk.conversation.agreed;
	next.conversation.begin();
	const { retention, agreementHash } = headers.newest.header;
	const draft = firstHeader({
		conv,
		me,
		other,
		retention,
		agreementHash,
		log: core.readableLog.at,
		day: checkedDay(day),
		reasonCode: REASON.CONTINUES,
	});
	const body = writeBody({ conv: old, h: toText(h), n, sc: place.book.count(), t: "continues", ts });
	const { frame, id } = next.writer.begin(draft, [me, other], { kind: KIND.MESSAGE, body });
	return { again: { conv: toText(conv), rand: toText(rand) }, frame, conv: toText(conv), id };
}

/** @param {Core} core @param {string} conv @param {number} today @returns {Talk} one that may be written into now */
export function writable(core, conv, today) {
	fromText(conv, 16);
	const talk = core.talk(conv);
	const cannot = cannotWrite(core, talk);
	if (core.ahead !== null) throw new Refusal("state-behind");
	const mends = cannot === "locked" && talk.writer.mayMend(today);
	if (cannot !== null && !mends) throw new Refusal(cannot);
	return talk;
}

/** @param {Core} core @param {string} id */
function talkOf(core, id) {
	const talk = [...core.talks.values()].find(({ writer }) => writer.has(id));
	if (talk === undefined) throw new Refusal("no-such-text");
	return talk;
}

/** The specialist it goes on with: the one it was begun with as long as they read, else whoever reads now. @param {Talk} talk @returns {KeyRecord} */
function otherRecord({ conversation, other }) {
	const readers = specialistsIn(conversation.headers.newest?.header).map(({ accountId }) =>
		toText(accountId),
	);
	const id = readers.includes(other) ? other : (readers[0] ?? other);
	return /** @type {KeyRecord} */ (conversation.about.people.get(id)?.at(-1));
}
