/**
 * How a circle stood at a number, so that a long one is read on from there: its agreement, names, meeting, quiet hours, who was welcomed, who helps host. Pure.
 * What is remembered is what its lines said, no longer than those are kept.
 * @typedef {import("./circle-standing.js").Standing} Standing
 * @typedef {import("./circle-standing.js").Line & {ts?: number | null}} Line
 * @typedef {Readonly<{n: number, agreement: Standing["agreement"], meeting: Standing["meeting"], quiet: Standing["quiet"], names: ReadonlyMap<string, string>, days: ReadonlyMap<string, number>, welcomed: readonly string[], saysName: boolean, saysAgreement: boolean, helping: ReadonlyMap<string, import("./circle-helping.js").Help>}>} Stood `days`: when each name was said, and the agreement (under no name); `saysName`, `saysAgreement`: it is owed to somebody who came
 */

/** Fewer lines are read in no time. */
const FEW = 100;
/** All that is begun shares a sealed part with it (begun.js). */
const [MOST, MOST_BESIDE] = [8_000, 16_000];
const [DAY, LONGEST_MONTH, CLOSED_FROM] = [86_400_000, 31, 3];
const [ACCEPTED, WELCOMED] = [1, 2];
const [TOLD, YES, HAD_YES] = [1, 2, 4];
const OF_AGREEMENT = "";

/** @type {Stood} */
export const NOTHING_STOOD = Object.freeze({
	...{ n: 0, agreement: null, meeting: null, quiet: null, names: new Map(), days: new Map() },
	...{ welcomed: [], saysName: false, saysAgreement: false, helping: new Map() },
});

/** What was said since. @template {{n: number | null}} T @param {readonly T[]} lines @param {Stood} stood */
export const since = (lines, { n: until }) => lines.filter(({ n }) => n === null || n > until);

/**
 * Null where too little was said since, or something goes on that only its lines tell.
 * @param {{head: number, lines: readonly Line[], standing: Standing, stood: Stood, owed: Pick<Stood, "saysName" | "saysAgreement">, me: string, hasName: boolean}} now
 * @returns {Stood | null}
 */
export function stoodNow({ head, lines, standing, stood, owed, me, hasName }) {
	const { agreement, helping, meeting, names, quiet, round, welcomed } = standing;
	const isGoing = round !== null && round.turn !== null;
	if (head - stood.n < FEW || isGoing || !hasName || !agreement?.accepted.includes(me)) return null;
	const days = new Map(stood.days);
	for (const { from, by = "", card, ts } of since(lines, stood)) {
		if (card?.t === "circle-agreement") days.set(OF_AGREEMENT, dayOf(ts));
		if (card?.t === "circle-called") days.set(from === "me" ? me : by, dayOf(ts));
	}
	const isOver = meeting === null || meeting.step >= CLOSED_FROM;
	const { saysName, saysAgreement } = owed;
	const now = { n: head, agreement, meeting: isOver ? null : meeting, quiet, names, days, welcomed, helping };
	return { ...now, saysName, saysAgreement };
}

/** @param {number | null | undefined} ts */
const dayOf = (ts) => Math.floor((ts ?? 0) / DAY);

/** As it is kept; of people only those who are in it. @param {Stood} stood @param {readonly string[]} members */
export function textOf(stood, members) {
	const { n, agreement, meeting, quiet, names, days, welcomed, saysName, saysAgreement, helping } = stood;
	if (agreement === null) return "";
	const { ver, words, by, accepted } = agreement;
	const people = members.map((id) => [
		id,
		names.get(id) ?? "",
		days.get(id) ?? 0,
		(accepted.includes(id) ? ACCEPTED : 0) + (welcomed.includes(id) ? WELCOMED : 0),
	]);
	const text = JSON.stringify({
		...{ n, people, quiet, saysName, saysAgreement },
		helping: [...helping].filter(([id]) => members.includes(id)).map(helpRow),
		agreement: [ver, words, by, days.get(OF_AGREEMENT) ?? 0],
		meeting: meeting === null ? null : [meeting.of, meeting.step, meeting.at, meeting.words],
	});
	return new TextEncoder().encode(text).length > MOST ? "" : text;
}

/** Whether there is room for it beside what people began to write. @param {number} bytes all that is begun, with it */
export const hasRoom = (bytes) => bytes <= MOST_BESIDE;

/** What is older than lines are kept is not gone back to. @param {string} text @param {{today: number, months: number}} kept @returns {Stood} */
export function stoodIn(text, { today, months }) {
	if (text === "") return NOTHING_STOOD;
	const { n, people, agreement, meeting, quiet, saysName, saysAgreement, helping = [] } = JSON.parse(text);
	const [ver, words, by, day] = agreement;
	const oldest = today - (months + 1) * LONGEST_MONTH;
	if (day < oldest) return NOTHING_STOOD;
	/** @type {[string, string, number, number][]} */
	const rows = people;
	const named = rows.filter(([, name, said]) => name !== "" && said >= oldest);
	const having = (/** @type {number} */ bit) => rows.flatMap(([id, , , bits]) => (bits & bit ? [id] : []));
	return Object.freeze({
		...{ n, quiet, saysName, saysAgreement, welcomed: having(WELCOMED) },
		agreement: { ver, words, by, accepted: having(ACCEPTED) },
		helping: new Map(helping.filter((/** @type {HelpRow} */ { 3: day }) => day >= oldest).map(helpIn)),
		meeting: meeting === null ? null : meetingIn(meeting),
		names: new Map(named.map(([id, name]) => [id, name])),
		days: new Map([[OF_AGREEMENT, day], ...named.map(([id, , said]) => /** @type {const} */ ([id, said]))]),
	});
}

/** @typedef {[id: string, of: string, by: string, day: number, bits: number]} HelpRow */

/** @param {[string, import("./circle-helping.js").Help]} help @returns {HelpRow} */
const helpRow = ([id, { of, by, day, isTold, isYes, hadYes }]) => [
	id,
	of,
	by,
	day,
	(isTold ? TOLD : 0) + (isYes ? YES : 0) + (hadYes ? HAD_YES : 0),
];

/** @param {HelpRow} row @returns {[string, import("./circle-helping.js").Help]} */
const helpIn = ([id, of, by, day, bits]) => [
	id,
	{ of, by, day, isTold: (bits & TOLD) > 0, isYes: (bits & YES) > 0, hadYes: (bits & HAD_YES) > 0 },
];

/** @param {any[]} row @returns {NonNullable<Standing["meeting"]>} */
const meetingIn = ([of, step, at, words]) => ({ of, step, at, words, closing: "" });
